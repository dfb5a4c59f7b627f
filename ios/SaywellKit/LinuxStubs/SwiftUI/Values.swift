// Plain values: text keys, colours, fonts, layout.
public struct LocalizedStringKey: ExpressibleByStringInterpolation, Equatable, Sendable {
    let value: String
    public init(_ value: String) { self.value = value }
    public init(stringLiteral value: String) { self.value = value }
    public init(stringInterpolation: StringInterpolation) { value = stringInterpolation.text }
    public struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        public init(literalCapacity: Int, interpolationCount: Int) {}
        public mutating func appendLiteral(_ s: String) { text += s }
        public mutating func appendInterpolation(_ s: String) { text += s }
        public mutating func appendInterpolation<S: FormatStyle>(_ v: S.FormatInput, format: S) where S.FormatInput: Equatable, S.FormatOutput == String { text += format.format(v) }
        public mutating func appendInterpolation<T: _FormatSpecifiable>(_ v: T) { text += "\(v)" }
        public mutating func appendInterpolation(_ v: Text) { text += v.string }
        public mutating func appendInterpolation(_ v: Image) {}
    }
}
public protocol _FormatSpecifiable: Equatable {}
extension Int: _FormatSpecifiable {}
extension Int32: _FormatSpecifiable {}
extension Int64: _FormatSpecifiable {}
extension UInt: _FormatSpecifiable {}
extension UInt32: _FormatSpecifiable {}
extension UInt64: _FormatSpecifiable {}
extension Double: _FormatSpecifiable {}
extension Float: _FormatSpecifiable {}

public struct Animation: Equatable, Sendable {
    public static let `default` = Animation(), easeInOut = Animation(), easeOut = Animation(), easeIn = Animation(), linear = Animation(), spring = Animation(), bouncy = Animation(), snappy = Animation(), smooth = Animation()
    public static func easeInOut(duration: TimeInterval) -> Animation { .default }
    public static func linear(duration: TimeInterval) -> Animation { .default }
    public func repeatForever(autoreverses: Bool = true) -> Animation { self }
}
@MainActor public func withAnimation<R>(_ a: Animation? = .default, _ body: () throws -> R) rethrows -> R { try body() }

public enum HorizontalAlignment: Sendable { case leading, center, trailing }
public enum VerticalAlignment: Sendable { case top, center, bottom, firstTextBaseline, lastTextBaseline }
public struct Alignment: Equatable, Sendable {
    public init(horizontal: HorizontalAlignment, vertical: VerticalAlignment) {}
    init() {}
    public static let center = Alignment(), leading = Alignment(), trailing = Alignment(), top = Alignment(), bottom = Alignment(), topLeading = Alignment(), topTrailing = Alignment(), bottomLeading = Alignment(), bottomTrailing = Alignment()
}
public enum TextAlignment: Sendable { case leading, center, trailing }
public struct Axis: Sendable { public struct Set: OptionSet, Sendable { public let rawValue: Int; public init(rawValue: Int) { self.rawValue = rawValue }; public static let horizontal = Set(rawValue: 1), vertical = Set(rawValue: 2) }; let v: Int; public static let horizontal = Axis(v: 1), vertical = Axis(v: 2) }
public struct Edge: Sendable { public struct Set: OptionSet, Sendable { public let rawValue: Int; public init(rawValue: Int) { self.rawValue = rawValue }; public static let top = Set(rawValue: 1), leading = Set(rawValue: 2), bottom = Set(rawValue: 4), trailing = Set(rawValue: 8), all: Set = [.top, .leading, .bottom, .trailing], horizontal: Set = [.leading, .trailing], vertical: Set = [.top, .bottom] } }
public enum HorizontalEdge: Sendable { case leading, trailing }
public struct EdgeInsets: Equatable, Sendable { public init(top: CGFloat = 0, leading: CGFloat = 0, bottom: CGFloat = 0, trailing: CGFloat = 0) {} }
public struct GridItem: Sendable { public enum Size: Sendable { case fixed(CGFloat), flexible(minimum: CGFloat = 10, maximum: CGFloat = .infinity), adaptive(minimum: CGFloat, maximum: CGFloat = .infinity) }; public init(_ size: Size = .flexible(), spacing: CGFloat? = nil, alignment: Alignment? = nil) {} }

public struct Font: Hashable, Sendable {
    public enum TextStyle: CaseIterable, Sendable { case largeTitle, title, title2, title3, headline, subheadline, body, callout, footnote, caption, caption2 }
    public struct Weight: Hashable, Sendable { public static let ultraLight = Weight(), thin = Weight(), light = Weight(), regular = Weight(), medium = Weight(), semibold = Weight(), bold = Weight(), heavy = Weight(), black = Weight() }
    public enum Design: Hashable, Sendable { case `default`, serif, rounded, monospaced }
    public static let largeTitle = Font(), title = Font(), title2 = Font(), title3 = Font(), headline = Font(), subheadline = Font(), body = Font(), callout = Font(), footnote = Font(), caption = Font(), caption2 = Font()
    public static func system(_ style: TextStyle, design: Design? = nil, weight: Weight? = nil) -> Font { Font() }
    public static func system(size: CGFloat, weight: Weight? = nil, design: Design? = nil) -> Font { Font() }
    public func bold() -> Font { self }
    public func italic() -> Font { self }
    public func monospacedDigit() -> Font { self }
    public func weight(_ w: Weight) -> Font { self }
}
public protocol ShapeStyle: Sendable {}
public struct Color: ShapeStyle, Hashable {
    public init(_ name: String, bundle: Bundle? = nil) {}
    public init(red: Double, green: Double, blue: Double, opacity: Double = 1) {}
    init() {}
    public static let red = Color(), orange = Color(), yellow = Color(), green = Color(), mint = Color(), teal = Color(), cyan = Color(), blue = Color(), indigo = Color(), purple = Color(), pink = Color(), brown = Color(), white = Color(), gray = Color(), black = Color(), clear = Color(), primary = Color(), secondary = Color(), accentColor = Color()
    public func opacity(_ o: Double) -> Color { self }
    public var gradient: AnyGradient { AnyGradient() }
}
extension Color: View, _Primitive {
    public typealias Body = Never
    public func _nodes(_ e: EnvironmentValues) -> [Node] { [] }
}
public struct AnyGradient: ShapeStyle {}
public struct HierarchicalShapeStyle: ShapeStyle {}
public struct Material: ShapeStyle {}
public struct TintShapeStyle: ShapeStyle {}
public struct BackgroundStyle: ShapeStyle {}
extension ShapeStyle where Self == HierarchicalShapeStyle { public static var primary: Self { Self() }; public static var secondary: Self { Self() }; public static var tertiary: Self { Self() }; public static var quaternary: Self { Self() } }
extension ShapeStyle where Self == Material { public static var regularMaterial: Self { Self() }; public static var thinMaterial: Self { Self() }; public static var ultraThinMaterial: Self { Self() }; public static var bar: Self { Self() } }
extension ShapeStyle where Self == TintShapeStyle { public static var tint: Self { Self() } }
extension ShapeStyle where Self == BackgroundStyle { public static var background: Self { Self() } }
extension ShapeStyle where Self == Color {
    public static var red: Color { .init() }; public static var orange: Color { .init() }; public static var yellow: Color { .init() }; public static var green: Color { .init() }; public static var blue: Color { .init() }; public static var purple: Color { .init() }; public static var pink: Color { .init() }; public static var gray: Color { .init() }; public static var white: Color { .init() }; public static var black: Color { .init() }; public static var teal: Color { .init() }; public static var indigo: Color { .init() }; public static var clear: Color { .init() }
}
public struct Path: Equatable, Sendable {
    public init() {}
    public mutating func move(to end: CGPoint) {}
    public mutating func addLine(to end: CGPoint) {}
    public mutating func addCurve(to end: CGPoint, control1: CGPoint, control2: CGPoint) {}
}
public protocol Shape: View, Sendable { nonisolated func path(in rect: CGRect) -> Path }
/// A shape of the system.
public protocol _SystemShape: Shape {}
extension _SystemShape { nonisolated public func path(in rect: CGRect) -> Path { Path() } }
extension Shape { public var body: EmptyView { EmptyView() } }
public protocol InsettableShape: Shape {}
extension InsettableShape {
    public func strokeBorder<S: ShapeStyle>(_ s: S, lineWidth: CGFloat = 1, antialiased: Bool = true) -> some View { _plain() }
    public func strokeBorder<S: ShapeStyle>(_ s: S, style: StrokeStyle, antialiased: Bool = true) -> some View { _plain() }
}
public struct StrokeStyle: Equatable, Sendable { public init(lineWidth: CGFloat = 1, lineCap: LineCap = .butt, dash: [CGFloat] = []) {}; public enum LineCap: Sendable { case butt, round, square } }
public struct Angle: Hashable, Sendable { public static func degrees(_ d: Double) -> Angle { Angle() }; public static func radians(_ r: Double) -> Angle { Angle() } }
public struct UnitPoint: Hashable, Sendable { public static let center = Self(), leading = Self(), trailing = Self(), top = Self(), bottom = Self(), topLeading = Self(), topTrailing = Self(), bottomLeading = Self(), bottomTrailing = Self() }
public struct UnevenRoundedRectangle: InsettableShape, _SystemShape, _Primitive {
    nonisolated public init(topLeadingRadius: CGFloat = 0, bottomLeadingRadius: CGFloat = 0, bottomTrailingRadius: CGFloat = 0, topTrailingRadius: CGFloat = 0) {}
    public typealias Body = Never
    public func _nodes(_ e: EnvironmentValues) -> [Node] { [] }
}
extension Shape {
    public func trim(from: CGFloat = 0, to: CGFloat = 1) -> some Shape { self }
    public func rotation(_ a: Angle, anchor: UnitPoint = .center) -> some Shape { self }
    public func stroke<S: ShapeStyle>(_ s: S, style: StrokeStyle) -> some View { _plain() }
    public func fill<S: ShapeStyle>(_ s: S) -> some View { _plain() }
    public func stroke<S: ShapeStyle>(_ s: S, lineWidth: CGFloat = 1) -> some View { _plain() }
}
public struct Circle: InsettableShape, _SystemShape, _Primitive { nonisolated public init() {}; public typealias Body = Never; public func _nodes(_ e: EnvironmentValues) -> [Node] { [] } }
public struct Rectangle: InsettableShape, _SystemShape, _Primitive { nonisolated public init() {}; public typealias Body = Never; public func _nodes(_ e: EnvironmentValues) -> [Node] { [] } }
public struct Capsule: InsettableShape, _SystemShape, _Primitive { nonisolated public init() {}; public typealias Body = Never; public func _nodes(_ e: EnvironmentValues) -> [Node] { [] } }
public struct RoundedRectangle: InsettableShape, _SystemShape, _Primitive { nonisolated public init(cornerRadius: CGFloat) {}; public typealias Body = Never; public func _nodes(_ e: EnvironmentValues) -> [Node] { [] } }
extension Shape where Self == Circle { public static var circle: Circle { Circle() } }
extension Shape where Self == Capsule { public static var capsule: Capsule { Capsule() } }
extension Shape where Self == RoundedRectangle { public static func rect(cornerRadius: CGFloat) -> RoundedRectangle { RoundedRectangle(cornerRadius: cornerRadius) } }

// Attributes of text that are SwiftUI's
extension AttributeScopes {
    public struct SwiftUIAttributes: AttributeScope {
        public enum FontAttribute: AttributedStringKey { public typealias Value = Font; public static let name = "SwiftUI.Font" }
        public let font: FontAttribute
        public let foundation: FoundationAttributes
    }
    public var swiftUI: SwiftUIAttributes.Type { SwiftUIAttributes.self }
}
extension AttributeDynamicLookup {
    public subscript<T: AttributedStringKey>(dynamicMember path: KeyPath<AttributeScopes.SwiftUIAttributes, T>) -> T { self[T.self] }
}
