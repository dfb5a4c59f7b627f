//! Writes what a phone's language needs to call the library, and lists the library's interface.
//!
//! It reads a built library that still has its symbols. `bindings/generate` builds both, and is what people run. Nothing
//! that it writes is committed but the listing, `bindings/api.txt`.

mod api;

use anyhow::{Result, bail};
use uniffi_bindgen::bindings::{
    GenerateOptions, SwiftBindingsOptions, TargetLanguage, generate, generate_swift_bindings,
};
use uniffi_bindgen::macro_metadata::extract_from_library;

/// What is said of a call that cannot be understood.
const USAGE: &str = "bindgen kotlin LIBRARY FOLDER | bindgen swift LIBRARY FOLDER | bindgen api LIBRARY";

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match *words.as_slice() {
        ["kotlin", library, folder] => kotlin(library, folder),
        ["swift", library, folder] => swift(library, folder),
        ["api", library] => {
            print!("{}", api::listing(&extract_from_library(library.into())?));
            Ok(())
        }
        _ => bail!(USAGE),
    }
}

fn kotlin(library: &str, folder: &str) -> Result<()> {
    generate(GenerateOptions {
        languages: vec![TargetLanguage::Kotlin],
        source: library.into(),
        out_dir: folder.into(),
        ..GenerateOptions::default()
    })
}

/// Sources and header; the module map is written by hand, because the generated one is for Apple's systems only.
fn swift(library: &str, folder: &str) -> Result<()> {
    generate_swift_bindings(SwiftBindingsOptions {
        generate_swift_sources: true,
        generate_headers: true,
        generate_modulemap: false,
        source: library.into(),
        out_dir: folder.into(),
        xcframework: false,
        module_name: None,
        modulemap_filename: None,
        metadata_no_deps: false,
        link_frameworks: Vec::new(),
        config: None,
    })
}
