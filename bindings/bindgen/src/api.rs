//! The interface as plain text: one line a verb, record, variant or type, sorted, so that a change shows in review.

use uniffi_meta::{
    ConstructorMetadata, EnumMetadata, EnumShape, FieldMetadata, FnParamMetadata, Metadata, MethodMetadata, Type,
    VariantMetadata,
};

/// All of it.
pub fn listing(all: &[Metadata]) -> String {
    let mut parts: Vec<String> = all.iter().filter_map(part).collect();
    parts.sort();
    parts.concat()
}

fn part(of: &Metadata) -> Option<String> {
    Some(match of {
        Metadata::Object(object) => format!("object {}\n", object.name),
        Metadata::Constructor(constructor) => made(constructor),
        Metadata::Method(method) => verb(method),
        Metadata::Func(function) => format!(
            "function {}({}){}{}\n",
            function.name,
            inputs(&function.inputs),
            answer(function.return_type.as_ref()),
            throws(function.throws.as_ref())
        ),
        Metadata::Record(record) => format!("record {} {{ {} }}\n", record.name, fields(&record.fields)),
        Metadata::Enum(choices) => variants(choices),
        Metadata::CustomType(custom) => format!("type {} = {}\n", custom.name, name(&custom.builtin)),
        Metadata::CallbackInterface(callback) => format!("callback {}\n", callback.name),
        Metadata::TraitMethod(method) => format!(
            "callback {}.{}({}){}{}\n",
            method.trait_name,
            method.name,
            inputs(&method.inputs),
            answer(method.return_type.as_ref()),
            throws(method.throws.as_ref())
        ),
        Metadata::UniffiTrait(it) => format!("trait {}.{}\n", it.self_name(), it.name()),
        Metadata::ObjectTraitImpl(it) => format!("trait {}: {}\n", name(&it.ty), name(&it.trait_ty)),
        Metadata::Namespace(_) | Metadata::UdlFile(_) => return None,
    })
}

fn made(constructor: &ConstructorMetadata) -> String {
    format!(
        "object {}.{}({}) -> {}{}\n",
        constructor.self_name,
        constructor.name,
        inputs(&constructor.inputs),
        constructor.self_name,
        throws(constructor.throws.as_ref())
    )
}

fn verb(method: &MethodMetadata) -> String {
    format!(
        "object {}.{}({}){}{}\n",
        method.self_name,
        method.name,
        inputs(&method.inputs),
        answer(method.return_type.as_ref()),
        throws(method.throws.as_ref())
    )
}

/// In their order: it is what crosses.
fn variants(choices: &EnumMetadata) -> String {
    let kind = if choices.shape == EnumShape::Enum { "enum" } else { "error" };
    let line = |variant: &VariantMetadata| match fields(&variant.fields).as_str() {
        "" => format!("    {}\n", variant.name),
        held => format!("    {} {{ {held} }}\n", variant.name),
    };
    let lines: Vec<String> = choices.variants.iter().map(line).collect();
    format!("{kind} {}\n{}", choices.name, lines.concat())
}

fn inputs(all: &[FnParamMetadata]) -> String {
    all.iter().map(|input| format!("{}: {}", input.name, name(&input.ty))).collect::<Vec<_>>().join(", ")
}

fn fields(all: &[FieldMetadata]) -> String {
    let field = |field: &FieldMetadata| match field.name.as_str() {
        "" => name(&field.ty),
        named => format!("{named}: {}", name(&field.ty)),
    };
    all.iter().map(field).collect::<Vec<_>>().join(", ")
}

fn answer(returned: Option<&Type>) -> String {
    returned.map(|returned| format!(" -> {}", name(returned))).unwrap_or_default()
}

fn throws(error: Option<&Type>) -> String {
    error.map(|error| format!(" throws {}", name(error))).unwrap_or_default()
}

fn name(of: &Type) -> String {
    match of {
        Type::Optional { inner_type } => format!("{}?", name(inner_type)),
        Type::Sequence { inner_type } | Type::Set { inner_type } => format!("[{}]", name(inner_type)),
        Type::Map { key_type, value_type } => format!("[{}: {}]", name(key_type), name(value_type)),
        Type::Box { inner_type } => name(inner_type),
        Type::Record { name, .. }
        | Type::Enum { name, .. }
        | Type::Object { name, .. }
        | Type::CallbackInterface { name, .. }
        | Type::Custom { name, .. } => name.clone(),
        plain => format!("{plain:?}"),
    }
}
