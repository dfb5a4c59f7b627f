// A stand-in for SwiftUI where SwiftUI does not exist. It declares what the app's screens
// use, with the real module's names, labels, defaults and actor isolation, so that
// the compiler checks the screens; and it can turn a screen into a tree of nodes, so that a
// test can look at what a screen shows and press its buttons. It draws nothing.
@_exported import Foundation
@_exported import Observation

// MARK: The tree a test looks at

@MainActor public final class Node {
    public let kind: String
    public var text: String
    public var children: [Node]
    public var attributes: [String: String] = [:]
    public var actions: [String: @MainActor () -> Void] = [:]
    public var tasks: [@MainActor () async -> Void] = []
    /// Puts words into a field.
    public var type: (@MainActor (String) -> Void)?
    /// Who this is among all that a host renders: a task, a change.
    var key = ""
    var change: (@MainActor (Any?) -> Any)?
    /// What a tag says.
    public var value: AnyHashable?
    /// A screen reader reads the label alone.
    public var hidesChildren = false

    public init(_ kind: String, _ text: String = "", _ children: [Node] = []) {
        self.kind = kind; self.text = text; self.children = children
    }
    public var all: [Node] { [self] + children.flatMap(\.all) }
    /// Every text below this node, in order.
    public var words: [String] { all.map(\.text).filter { !$0.isEmpty } }
    public var label: String { attributes["accessibilityLabel"] ?? words.joined(separator: " ") }
    public func first(_ kind: String, _ label: String) -> Node? { all.first { $0.kind == kind && $0.label == label } }
    public var dump: String { lines(0).joined(separator: "\n") }
    private func lines(_ depth: Int) -> [String] {
        let extra = attributes.isEmpty ? "" : " " + attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        return [String(repeating: "  ", count: depth) + kind + (text.isEmpty ? "" : " \"\(text)\"") + extra] + children.flatMap { $0.lines(depth + 1) }
    }
}

/// The tree of a screen as it stands now.
@MainActor public func render<V: View>(_ view: V, _ environment: EnvironmentValues = EnvironmentValues()) -> Node {
    Node("root", "", _nodes(of: view, environment))
}

@MainActor public protocol _Primitive { func _nodes(_ e: EnvironmentValues) -> [Node] }
@MainActor protocol _Installable { func _install(_ e: EnvironmentValues, _ key: String) }

@MainActor public func _nodes(of view: any View, _ e: EnvironmentValues) -> [Node] {
    if let primitive = view as? any _Primitive { return primitive._nodes(e) }
    var e = e
    e.path = e._key("\(type(of: view))")
    _install(into: view, e)
    func open<V: View>(_ v: V) -> [Node] { SwiftUI._nodes(of: v.body, e) }
    return open(view)
}

@MainActor func _install(into view: Any, _ e: EnvironmentValues) {
    for child in Mirror(reflecting: view).children { (child.value as? any _Installable)?._install(e, "\(e.path).\(child.label ?? "")") }
}

// MARK: View and its builder

@MainActor @preconcurrency public protocol View {
    associatedtype Body: View
    @ViewBuilder @MainActor @preconcurrency var body: Body { get }
}
extension Never: View { public var body: Never { fatalError() } }
extension View where Body == Never { public var body: Never { fatalError("a primitive view has no body") } }

@resultBuilder public struct ViewBuilder {
    public static func buildExpression<C: View>(_ c: C) -> C { c }
    public static func buildBlock() -> EmptyView { EmptyView() }
    public static func buildBlock<C: View>(_ c: C) -> C { c }
    @MainActor public static func buildBlock<each C: View>(_ c: repeat each C) -> TupleView<(repeat each C)> {
        var parts: [any View] = []
        repeat parts.append(each c)
        return TupleView(parts: parts)
    }
    public static func buildIf<C: View>(_ c: C?) -> C? { c }
    @MainActor public static func buildEither<T: View, F: View>(first c: T) -> _ConditionalContent<T, F> { _ConditionalContent(first: c, second: nil) }
    @MainActor public static func buildEither<T: View, F: View>(second c: F) -> _ConditionalContent<T, F> { _ConditionalContent(first: nil, second: c) }
    @MainActor public static func buildLimitedAvailability<C: View>(_ c: C) -> AnyView { AnyView(c) }
}
public struct EmptyView: View, _Primitive { nonisolated public init() {}; public typealias Body = Never; public func _nodes(_ e: EnvironmentValues) -> [Node] { [] } }
public struct TupleView<T>: View, _Primitive {
    let parts: [any View]
    public typealias Body = Never
    public func _nodes(_ e: EnvironmentValues) -> [Node] { parts.flatMap { SwiftUI._nodes(of: $0, e) } }
}
public struct _ConditionalContent<T: View, F: View>: View, _Primitive {
    let first: T?, second: F?
    public typealias Body = Never
    public func _nodes(_ e: EnvironmentValues) -> [Node] { first.map { SwiftUI._nodes(of: $0, e) } ?? second.map { SwiftUI._nodes(of: $0, e) } ?? [] }
}
extension Optional: View, _Primitive where Wrapped: View {
    public typealias Body = Never
    public func _nodes(_ e: EnvironmentValues) -> [Node] { map { SwiftUI._nodes(of: $0, e) } ?? [] }
}
public struct AnyView: View, _Primitive {
    let view: any View
    public init<V: View>(_ view: V) { self.view = view }
    public init<V: View>(erasing view: V) { self.view = view }
    public typealias Body = Never
    public func _nodes(_ e: EnvironmentValues) -> [Node] { SwiftUI._nodes(of: view, e) }
}
/// A primitive of one node.
public struct _Leaf: View, _Primitive {
    let make: @MainActor (EnvironmentValues) -> [Node]
    public typealias Body = Never
    public func _nodes(_ e: EnvironmentValues) -> [Node] { make(e) }
}
@MainActor func _box(_ kind: String, _ e: EnvironmentValues, _ views: any View...) -> Node { Node(kind, "", views.flatMap { _nodes(of: $0, e) }) }

public struct ModifiedContent<Content, Modifier> { public let content: Content; public let modifier: Modifier }
@MainActor @preconcurrency public protocol ViewModifier {
    associatedtype Body: View
    typealias Content = _ViewModifier_Content
    @ViewBuilder @MainActor @preconcurrency func body(content: Content) -> Body
}
public struct _ViewModifier_Content: View, _Primitive {
    let view: any View
    public typealias Body = Never
    public func _nodes(_ e: EnvironmentValues) -> [Node] { SwiftUI._nodes(of: view, e) }
}
extension View {
    public func modifier<M: ViewModifier>(_ m: M) -> some View {
        _Leaf { e in
            var e = e
            e.path = e._key("\(M.self)")
            _install(into: m, e)
            return SwiftUI._nodes(of: m.body(content: _ViewModifier_Content(view: self)), e)
        }
    }
    /// A modifier that a tree does not show.
    func _plain() -> _Leaf { _Leaf { e in SwiftUI._nodes(of: self, e) } }
    func _with(_ change: @escaping @MainActor (inout [Node], EnvironmentValues) -> Void) -> _Leaf {
        _Leaf { e in var nodes = SwiftUI._nodes(of: self, e); change(&nodes, e); return nodes }
    }
    func _attribute(_ name: String, _ value: String) -> _Leaf {
        _with { nodes, _ in for n in nodes { n.attributes[name] = n.attributes[name] ?? value } }
    }
    func _environment(_ change: @escaping @MainActor (inout EnvironmentValues) -> Void) -> _Leaf {
        _Leaf { e in var e = e; change(&e); return SwiftUI._nodes(of: self, e) }
    }
}

// MARK: State

public protocol DynamicProperty {}

final class _Cell<V>: @unchecked Sendable { var value: V; init(_ v: V) { value = v } }

/// Where a view keeps a value: its own cell, or in a host the one that the view had before.
final class _Kept<V>: @unchecked Sendable {
    var cell: _Cell<V>
    init(_ v: V) { cell = _Cell(v) }
}

@propertyWrapper public struct State<Value>: DynamicProperty, _Installable {
    let kept: _Kept<Value>
    var cell: _Cell<Value> { kept.cell }
    public init(wrappedValue: Value) { kept = _Kept(wrappedValue) }
    public init(initialValue: Value) { kept = _Kept(initialValue) }
    func _install(_ e: EnvironmentValues, _ key: String) { e.host?.keep(key, kept) }
    public var wrappedValue: Value { get { cell.value } nonmutating set { cell.value = newValue } }
    public var projectedValue: Binding<Value> { let cell = cell; return Binding(get: { cell.value }, set: { cell.value = $0 }) }
}
extension State where Value: ExpressibleByNilLiteral { public init() { kept = _Kept(nil) } }

@propertyWrapper @dynamicMemberLookup public struct Binding<Value>: @unchecked Sendable {
    let read: () -> Value, write: (Value) -> Void
    @preconcurrency public init(@_inheritActorContext get: @escaping @isolated(any) @Sendable () -> Value, @_inheritActorContext set: @escaping @isolated(any) @Sendable (Value) -> Void) {
        read = unsafeBitCast(get, to: (() -> Value).self); write = unsafeBitCast(set, to: ((Value) -> Void).self)
    }
    init(_ read: @escaping () -> Value, _ write: @escaping (Value) -> Void) { self.read = read; self.write = write }
    public static func constant(_ value: Value) -> Binding<Value> { Binding({ value }, { _ in }) }
    public var wrappedValue: Value { get { read() } nonmutating set { write(newValue) } }
    public var projectedValue: Binding<Value> { self }
    public init(projectedValue: Binding<Value>) { self = projectedValue }
    public subscript<S>(dynamicMember path: WritableKeyPath<Value, S>) -> Binding<S> {
        let (read, write) = (read, write)
        return Binding<S>({ read()[keyPath: path] }, { var v = read(); v[keyPath: path] = $0; write(v) })
    }
    public init?(_ base: Binding<Value?>) {
        guard let now = base.wrappedValue else { return nil }
        self.init({ base.wrappedValue ?? now }, { base.wrappedValue = $0 })
    }
    public func animation(_ a: Animation? = .default) -> Binding<Value> { self }
}

@propertyWrapper @dynamicMemberLookup public struct Bindable<Value> {
    public var wrappedValue: Value
    public var projectedValue: Bindable<Value> { self }
    @available(*, unavailable, message: "The wrapped value must be an object that conforms to Observable")
    public init(wrappedValue: Value) { fatalError() }
}
extension Bindable where Value: AnyObject & Observable {
    public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
    public init(_ wrappedValue: Value) { self.wrappedValue = wrappedValue }
    public subscript<S>(dynamicMember path: ReferenceWritableKeyPath<Value, S>) -> Binding<S> {
        let object = wrappedValue
        return Binding<S>({ object[keyPath: path] }, { object[keyPath: path] = $0 })
    }
}
extension Bindable: Sendable where Value: Sendable {}

@propertyWrapper public struct Environment<Value>: DynamicProperty, _Installable {
    let cell = _Cell<EnvironmentValues?>(nil)
    let read: (EnvironmentValues) -> Value
    public init(_ path: KeyPath<EnvironmentValues, Value>) { read = { $0[keyPath: path] } }
    public init(_ type: Value.Type) where Value: AnyObject & Observable {
        read = { e in
            guard let v = e.objects[ObjectIdentifier(type)] as? Value else { fatalError("no \(type) in the environment") }
            return v
        }
    }
    public init<T: AnyObject & Observable>(_ type: T.Type) where Value == T? { read = { $0.objects[ObjectIdentifier(type)] as? T } }
    public var wrappedValue: Value { read(cell.value ?? EnvironmentValues()) }
    func _install(_ e: EnvironmentValues, _ key: String) { cell.value = e }
}

@propertyWrapper public struct FocusState<Value: Hashable>: DynamicProperty {
    let cell: _Cell<Value>
    public init() where Value == Bool { cell = _Cell(false) }
    public init<T: Hashable>() where Value == T? { cell = _Cell(nil) }
    public var wrappedValue: Value { get { cell.value } nonmutating set { cell.value = newValue } }
    public var projectedValue: FocusState<Value>.Binding { Binding(cell: cell) }
    public struct Binding { let cell: _Cell<Value>; public var wrappedValue: Value { get { cell.value } nonmutating set { cell.value = newValue } } }
}
@propertyWrapper public struct AccessibilityFocusState<Value: Hashable>: DynamicProperty {
    let cell: _Cell<Value>
    public init() where Value == Bool { cell = _Cell(false) }
    public init<T: Hashable>() where Value == T? { cell = _Cell(nil) }
    public var wrappedValue: Value { get { cell.value } nonmutating set { cell.value = newValue } }
    public var projectedValue: AccessibilityFocusState<Value>.Binding { Binding(cell: cell) }
    public struct Binding { let cell: _Cell<Value>; public var wrappedValue: Value { get { cell.value } nonmutating set { cell.value = newValue } } }
}
@propertyWrapper public struct ScaledMetric<Value>: DynamicProperty {
    public var wrappedValue: Value
    public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
    public init(wrappedValue: Value, relativeTo style: Font.TextStyle) { self.wrappedValue = wrappedValue }
}
@propertyWrapper public struct AppStorage<Value>: DynamicProperty {
    let cell: _Cell<Value>
    public var wrappedValue: Value { get { cell.value } nonmutating set { cell.value = newValue } }
    public var projectedValue: Binding<Value> { let cell = cell; return Binding({ cell.value }, { cell.value = $0 }) }
    public init(wrappedValue: Value, _ key: String, store: UserDefaults? = nil) where Value == Bool { cell = _Cell(wrappedValue) }
    public init(wrappedValue: Value, _ key: String, store: UserDefaults? = nil) where Value == String { cell = _Cell(wrappedValue) }
    public init(wrappedValue: Value, _ key: String, store: UserDefaults? = nil) where Value == Int { cell = _Cell(wrappedValue) }
    public init(wrappedValue: Value, _ key: String, store: UserDefaults? = nil) where Value == Double { cell = _Cell(wrappedValue) }
    public init(wrappedValue: Value, _ key: String, store: UserDefaults? = nil) where Value: RawRepresentable, Value.RawValue == String { cell = _Cell(wrappedValue) }
}

// MARK: Environment values

public protocol EnvironmentKey { associatedtype Value; static var defaultValue: Value { get } }
public struct EnvironmentValues: @unchecked Sendable {
    var objects: [ObjectIdentifier: AnyObject] = [:]
    var values: [ObjectIdentifier: Any] = [:]
    public init() {}
    public subscript<K: EnvironmentKey>(key: K.Type) -> K.Value {
        get { values[ObjectIdentifier(key)] as? K.Value ?? K.defaultValue }
        set { values[ObjectIdentifier(key)] = newValue }
    }
    public mutating func put<T: AnyObject & Observable>(_ object: T) { objects[ObjectIdentifier(T.self)] = object }
    public var dismiss = DismissAction()
    public var openURL = OpenURLAction()
    var destinations: _Destinations?
    /// Where the view that is rendered lies in its tree, and who keeps its state.
    var path = ""
    var host: Host?
    @MainActor func _key(_ kind: String) -> String { host?.key(path, kind) ?? "" }
    public var refresh: RefreshAction? = nil
    public var scenePhase: ScenePhase = .active
    public var colorScheme: ColorScheme = .light
    public var dynamicTypeSize: DynamicTypeSize = .large
    public var horizontalSizeClass: UserInterfaceSizeClass? = .compact
    public var verticalSizeClass: UserInterfaceSizeClass? = .regular
    public var locale = Locale(identifier: "en_US")
    public var calendar = Calendar(identifier: .gregorian)
    public var timeZone = TimeZone(identifier: "UTC")!
    public var isEnabled = true
    public var layoutDirection: LayoutDirection = .leftToRight
    /// A test sets those with an underscore; an app reads the others.
    public var _accessibilityReduceMotion = false
    public var accessibilityReduceMotion: Bool { _accessibilityReduceMotion }
    public var accessibilityReduceTransparency: Bool { false }
    public var accessibilityDifferentiateWithoutColor: Bool { false }
    public var _accessibilityVoiceOverEnabled = false
    public var accessibilityVoiceOverEnabled: Bool { _accessibilityVoiceOverEnabled }
}
@MainActor public struct DismissAction { nonisolated(unsafe) var action: () -> Void = {}; nonisolated init() {}; public func callAsFunction() { action() } }
@MainActor public struct OpenURLAction {
    public struct Result: Sendable { public static let handled = Self(), discarded = Self(), systemAction = Self() }
    nonisolated(unsafe) var handler: (URL) -> Result = { _ in .systemAction }
    nonisolated init() {}
    public init(handler: @escaping (URL) -> Result) { self.handler = handler }
    public func callAsFunction(_ url: URL) { _ = handler(url) }
}
/// What the pages of a stack were told to open for a value.
final class _Destinations: @unchecked Sendable { var open: [ObjectIdentifier: @MainActor (Any, EnvironmentValues) -> [Node]] = [:] }
public struct RefreshAction: Sendable { public func callAsFunction() async {} }
public enum ScenePhase: Comparable, Sendable { case background, inactive, active }
public enum ColorScheme: CaseIterable, Sendable { case light, dark }
public enum UserInterfaceSizeClass: Sendable { case compact, regular }
public enum LayoutDirection: Sendable { case leftToRight, rightToLeft }
public enum DynamicTypeSize: Int, Comparable, CaseIterable, Sendable {
    case xSmall, small, medium, large, xLarge, xxLarge, xxxLarge, accessibility1, accessibility2, accessibility3, accessibility4, accessibility5
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    public var isAccessibilitySize: Bool { self >= .accessibility1 }
}
extension View {
    public func environment<T: AnyObject & Observable>(_ object: T?) -> some View { _environment { e in if let object { e.put(object) } } }
    public func environment<V>(_ path: WritableKeyPath<EnvironmentValues, V>, _ value: V) -> some View { _environment { $0[keyPath: path] = value } }
}

// MARK: Scenes

@MainActor @preconcurrency public protocol App { associatedtype Body: Scene; @SceneBuilder @MainActor @preconcurrency var body: Body { get }; @MainActor @preconcurrency init() }
extension App { @MainActor public static func main() { _ = Self() } }
@MainActor @preconcurrency public protocol Scene {}
@resultBuilder public struct SceneBuilder { public static func buildBlock<S: Scene>(_ s: S) -> S { s } }
public struct WindowGroup<Content: View>: Scene { public init(@ViewBuilder content: () -> Content) {} }
extension Scene {
    public func onChange<V: Equatable>(of value: V, initial: Bool = false, _ action: @escaping (V, V) -> Void) -> some Scene { self }
    public func onChange<V: Equatable>(of value: V, initial: Bool = false, _ action: @escaping () -> Void) -> some Scene { self }
    public func environment<T: AnyObject & Observable>(_ object: T?) -> some Scene { self }
    public func backgroundTask<D, R>(_ task: BackgroundTask<D, R>, action: @escaping @Sendable (D) async -> R) -> some Scene { self }
}
public struct BackgroundTask<Request, Response>: Sendable {}
extension BackgroundTask where Request == Void, Response == Void { public static func appRefresh(_ id: String) -> Self { Self() } }
