// Styles that an app makes itself, time, and what a scene keeps.

@MainActor @preconcurrency public protocol ButtonStyle {
    associatedtype Body: View
    typealias Configuration = ButtonStyleConfiguration
    @ViewBuilder @MainActor @preconcurrency func makeBody(configuration: Configuration) -> Body
}
public struct ButtonStyleConfiguration {
    public struct Label: View, _Primitive { public typealias Body = Never; public func _nodes(_ e: EnvironmentValues) -> [Node] { [] } }
    public let role: ButtonRole?
    public let label: Label
    public let isPressed: Bool
}

public struct ToolbarPlacement: Sendable { public static let tabBar = Self(), navigationBar = Self(), bottomBar = Self() }

public protocol TimelineSchedule {}
public struct AnimationTimelineSchedule: TimelineSchedule, Sendable {}
public struct PeriodicTimelineSchedule: TimelineSchedule, Sendable {}
extension TimelineSchedule where Self == AnimationTimelineSchedule {
    public static var animation: Self { Self() }
    public static func animation(minimumInterval: Double? = nil, paused: Bool = false) -> Self { Self() }
}
extension TimelineSchedule where Self == PeriodicTimelineSchedule { public static func periodic(from: Date, by: TimeInterval) -> Self { Self() } }
public struct TimelineViewDefaultContext { public let date: Date }
public struct TimelineView<S: TimelineSchedule, C: View>: View, _Primitive {
    public typealias Context = TimelineViewDefaultContext
    let content: (Context) -> C
    public typealias Body = Never
    public init(_ schedule: S, @ViewBuilder content: @escaping (Context) -> C) { self.content = content }
    public func _nodes(_ e: EnvironmentValues) -> [Node] { SwiftUI._nodes(of: content(Context(date: .now)), e) }
}

@propertyWrapper public struct SceneStorage<Value>: DynamicProperty, _Installable {
    let kept: _Kept<Value>, key: String
    var cell: _Cell<Value> { kept.cell }
    func _install(_ e: EnvironmentValues, _ path: String) { e.host?.keep("scene \(key)", kept) }
    public var wrappedValue: Value { get { cell.value } nonmutating set { cell.value = newValue } }
    public var projectedValue: Binding<Value> { let cell = cell; return Binding({ cell.value }, { cell.value = $0 }) }
    public init(wrappedValue: Value, _ key: String) where Value == String { kept = _Kept(wrappedValue); self.key = key }
    public init(wrappedValue: Value, _ key: String) where Value == Bool { kept = _Kept(wrappedValue); self.key = key }
    public init(wrappedValue: Value, _ key: String) where Value == Data { kept = _Kept(wrappedValue); self.key = key }
}

// Layouts that an app makes itself
public struct ProposedViewSize: Equatable, Sendable {
    public var width: CGFloat?, height: CGFloat?
    public init(width: CGFloat?, height: CGFloat?) { self.width = width; self.height = height }
    public init(_ size: CGSize) { self.init(width: size.width, height: size.height) }
    public static let zero = Self(width: 0, height: 0), unspecified = Self(width: nil, height: nil), infinity = Self(width: .infinity, height: .infinity)
}
public struct LayoutSubview {
    public func sizeThatFits(_ proposal: ProposedViewSize) -> CGSize { .zero }
    public func place(at position: CGPoint, anchor: UnitPoint = .topLeading, proposal: ProposedViewSize) {}
}
public struct LayoutSubviews: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { 0 }
    public subscript(index: Int) -> LayoutSubview { LayoutSubview() }
}
public protocol Layout: Sendable {
    associatedtype Cache = Void
    typealias Subviews = LayoutSubviews
    func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout Cache) -> CGSize
    func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout Cache)
}
extension Layout {
    @MainActor public func callAsFunction<V: View>(@ViewBuilder _ content: () -> V) -> some View { let c = content(); return _Leaf { e in [_box("Layout", e, c)] } }
}

// Scrolling to a view by its id
public struct ScrollViewProxy { public func scrollTo<ID: Hashable>(_ id: ID, anchor: UnitPoint? = nil) {} }
public struct ScrollViewReader<C: View>: View, _Primitive {
    let content: (ScrollViewProxy) -> C
    public typealias Body = Never
    public init(@ViewBuilder content: @escaping (ScrollViewProxy) -> C) { self.content = content }
    public func _nodes(_ e: EnvironmentValues) -> [Node] { SwiftUI._nodes(of: content(ScrollViewProxy()), e) }
}

// Nothing is measured here
public struct GeometryProxy: Sendable { public var size: CGSize { .zero } }
extension View {
    public func onGeometryChange<T: Equatable & Sendable>(for type: T.Type, of transform: @escaping @Sendable (GeometryProxy) -> T, action: @escaping (T) -> Void) -> some View { _plain() }
}
