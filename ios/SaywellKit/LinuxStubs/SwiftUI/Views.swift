public struct Text: View, _Primitive, Equatable, Sendable {
    let string: String
    var links: [(words: String, to: URL)] { runs.map { ($0.words, $0.to) } }
    private var runs: [Run] = []
    private struct Run: Equatable, Sendable { let words: String, to: URL }
    public typealias Body = Never
    nonisolated public init(_ attributed: AttributedString) {
        string = String(attributed.characters)
        runs = attributed.runs.compactMap { run in run.link.map { Run(words: String(attributed[run.range].characters), to: $0) } }
    }
    nonisolated public init(_ key: LocalizedStringKey, tableName: String? = nil, bundle: Bundle? = nil, comment: StaticString? = nil) { string = key.value }
    @_disfavoredOverload nonisolated public init<S: StringProtocol>(_ content: S) { string = String(content) }
    nonisolated public init(verbatim: String) { string = verbatim }
    nonisolated public init<F: FormatStyle>(_ input: F.FormatInput, format: F) where F.FormatInput: Equatable, F.FormatOutput == String { string = format.format(input) }
    public struct DateStyle: Sendable { public static let date = DateStyle(), time = DateStyle(), relative = DateStyle(), offset = DateStyle(), timer = DateStyle() }
    nonisolated public init(_ date: Date, style: DateStyle) { string = "\(date)" }
    nonisolated public static func + (a: Text, b: Text) -> Text { Text(verbatim: a.string + b.string) }
    nonisolated public func bold() -> Text { self }
    nonisolated public func italic() -> Text { self }
    nonisolated public func underline(_ active: Bool = true, color: Color? = nil) -> Text { self }
    nonisolated public func font(_ f: Font?) -> Text { self }
    nonisolated public func fontWeight(_ w: Font.Weight?) -> Text { self }
    nonisolated public func monospacedDigit() -> Text { self }
    nonisolated public func foregroundStyle<S: ShapeStyle>(_ s: S) -> Text { self }
    /// A link is an action of its words.
    public func _nodes(_ e: EnvironmentValues) -> [Node] {
        let node = Node("Text", string)
        for link in links { node.actions["link \(link.words)"] = { e.openURL(link.to) } }
        return [node]
    }
}
public struct Image: View, _Primitive, Equatable, Sendable {
    let name: String, decorative: Bool
    public typealias Body = Never
    nonisolated public init(systemName: String) { name = systemName; decorative = false }
    nonisolated public init(_ name: String, bundle: Bundle? = nil) { self.name = name; decorative = false }
    nonisolated public init(decorative name: String, bundle: Bundle? = nil) { self.name = name; decorative = true }
    public enum Scale: Sendable { case small, medium, large }
    nonisolated public func resizable() -> Image { self }
    public enum TemplateRenderingMode: Sendable { case template, original }
    nonisolated public func renderingMode(_ m: TemplateRenderingMode?) -> Image { self }
    public func _nodes(_ e: EnvironmentValues) -> [Node] { let n = Node("Image"); n.attributes["image"] = name; if decorative { n.attributes["decorative"] = "true" }; return [n] }
}
public struct Label<Title: View, Icon: View>: View, _Primitive {
    let title: Title, icon: Icon
    public typealias Body = Never
    public init(@ViewBuilder title: () -> Title, @ViewBuilder icon: () -> Icon) { self.title = title(); self.icon = icon() }
    public func _nodes(_ e: EnvironmentValues) -> [Node] { [_box("Label", e, icon, title)] }
}
extension Label where Title == Text, Icon == Image {
    public init(_ key: LocalizedStringKey, systemImage: String) { title = Text(key); icon = Image(systemName: systemImage) }
    @_disfavoredOverload public init<S: StringProtocol>(_ s: S, systemImage: String) { title = Text(s); icon = Image(systemName: systemImage) }
}
public struct ButtonRole: Equatable, Sendable { let v: String; public static let destructive = ButtonRole(v: "destructive"), cancel = ButtonRole(v: "cancel") }
public struct Button<L: View>: View, _Primitive {
    let role: ButtonRole?, action: @MainActor () -> Void, label: L
    public typealias Body = Never
    public init(action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> L) { role = nil; self.action = action; self.label = label() }
    public init(role: ButtonRole?, action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> L) { self.role = role; self.action = action; self.label = label() }
    public func _nodes(_ e: EnvironmentValues) -> [Node] {
        let n = _box("Button", e, label)
        if let role { n.attributes["role"] = role.v }
        if e.isEnabled { n.actions["tap"] = action } else { n.attributes["disabled"] = "true" }
        return [n]
    }
}
extension Button where L == Text {
    public init(_ key: LocalizedStringKey, action: @escaping @MainActor () -> Void) { self.init(action: action) { Text(key) } }
    public init(_ key: LocalizedStringKey, role: ButtonRole?, action: @escaping @MainActor () -> Void) { self.init(role: role, action: action) { Text(key) } }
    @_disfavoredOverload public init<S: StringProtocol>(_ s: S, action: @escaping @MainActor () -> Void) { self.init(action: action) { Text(s) } }
    @_disfavoredOverload public init<S: StringProtocol>(_ s: S, role: ButtonRole?, action: @escaping @MainActor () -> Void) { self.init(role: role, action: action) { Text(s) } }
}
extension Button where L == Label<Text, Image> {
    public init(_ key: LocalizedStringKey, systemImage: String, action: @escaping @MainActor () -> Void) { self.init(action: action) { Label(key, systemImage: systemImage) } }
    public init(_ key: LocalizedStringKey, systemImage: String, role: ButtonRole?, action: @escaping @MainActor () -> Void) { self.init(role: role, action: action) { Label(key, systemImage: systemImage) } }
}

// Containers
public struct VStack<C: View>: View, _Primitive { let c: C; public typealias Body = Never; public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> C) { c = content() }; public func _nodes(_ e: EnvironmentValues) -> [Node] { [_box("VStack", e, c)] } }
public struct HStack<C: View>: View, _Primitive { let c: C; public typealias Body = Never; public init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> C) { c = content() }; public func _nodes(_ e: EnvironmentValues) -> [Node] { [_box("HStack", e, c)] } }
public struct ZStack<C: View>: View, _Primitive { let c: C; public typealias Body = Never; public init(alignment: Alignment = .center, @ViewBuilder content: () -> C) { c = content() }; public func _nodes(_ e: EnvironmentValues) -> [Node] { [_box("ZStack", e, c)] } }
public struct LazyVStack<C: View>: View, _Primitive { let c: C; public typealias Body = Never; public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> C) { c = content() }; public func _nodes(_ e: EnvironmentValues) -> [Node] { [_box("LazyVStack", e, c)] } }
public struct LazyVGrid<C: View>: View, _Primitive { let c: C; public typealias Body = Never; public init(columns: [GridItem], alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> C) { c = content() }; public func _nodes(_ e: EnvironmentValues) -> [Node] { [_box("LazyVGrid", e, c)] } }
public struct ScrollView<C: View>: View, _Primitive { let c: C; public typealias Body = Never; public init(_ axes: Axis.Set = .vertical, showsIndicators: Bool = true, @ViewBuilder content: () -> C) { c = content() }; public func _nodes(_ e: EnvironmentValues) -> [Node] { [_box("ScrollView", e, c)] } }
public struct Group<C: View>: View, _Primitive { let c: C; public typealias Body = Never; public init(@ViewBuilder content: () -> C) { c = content() }; public func _nodes(_ e: EnvironmentValues) -> [Node] { SwiftUI._nodes(of: c, e) } }
public struct Form<C: View>: View, _Primitive { let c: C; public typealias Body = Never; public init(@ViewBuilder content: () -> C) { c = content() }; public func _nodes(_ e: EnvironmentValues) -> [Node] { [_box("Form", e, c)] } }
public struct Spacer: View, _Primitive { nonisolated public init(minLength: CGFloat? = nil) {}; public typealias Body = Never; public func _nodes(_ e: EnvironmentValues) -> [Node] { [] } }
public struct Divider: View, _Primitive { nonisolated public init() {}; public typealias Body = Never; public func _nodes(_ e: EnvironmentValues) -> [Node] { [] } }
public struct Section<Parent: View, C: View, Footer: View>: View, _Primitive {
    let h: Parent, c: C, f: Footer
    public typealias Body = Never
    public func _nodes(_ e: EnvironmentValues) -> [Node] { [_box("Section", e, h, c, f)] }
}
extension Section {
    public init(@ViewBuilder content: () -> C, @ViewBuilder header: () -> Parent, @ViewBuilder footer: () -> Footer) { h = header(); c = content(); f = footer() }
}
extension Section where Footer == EmptyView { public init(@ViewBuilder content: () -> C, @ViewBuilder header: () -> Parent) { h = header(); c = content(); f = EmptyView() } }
extension Section where Parent == EmptyView { public init(@ViewBuilder content: () -> C, @ViewBuilder footer: () -> Footer) { h = EmptyView(); c = content(); f = footer() } }
extension Section where Parent == EmptyView, Footer == EmptyView { public init(@ViewBuilder content: () -> C) { h = EmptyView(); c = content(); f = EmptyView() } }
extension Section where Parent == Text, Footer == EmptyView {
    public init(_ key: LocalizedStringKey, @ViewBuilder content: () -> C) { h = Text(key); c = content(); f = EmptyView() }
    @_disfavoredOverload public init<S: StringProtocol>(_ s: S, @ViewBuilder content: () -> C) { h = Text(s); c = content(); f = EmptyView() }
}
public protocol DynamicViewContent: View {}
public struct ForEach<Data: RandomAccessCollection, ID: Hashable, Content> { let data: Data; let content: (Data.Element) -> Content; var name: (Data.Element) -> String = { "\($0)" } }
extension ForEach: View, _Primitive, DynamicViewContent where Content: View {
    public typealias Body = Never
    public func _nodes(_ e: EnvironmentValues) -> [Node] { data.flatMap { var e = e; e.path += "[\(name($0))]"; return SwiftUI._nodes(of: content($0), e) } }
}
extension ForEach where Content: View {
    public init(_ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder content: @escaping (Data.Element) -> Content) { self.data = data; self.content = content; name = { "\($0[keyPath: id])" } }
    public init(_ data: Data, @ViewBuilder content: @escaping (Data.Element) -> Content) where Data.Element: Identifiable, ID == Data.Element.ID { self.data = data; self.content = content; name = { "\($0.id)" } }
    public init(_ data: Range<Int>, @ViewBuilder content: @escaping (Int) -> Content) where Data == Range<Int>, ID == Int { self.data = data; self.content = content }
}
extension DynamicViewContent {
    public func onDelete(perform action: ((IndexSet) -> Void)?) -> some DynamicViewContent { self }
    public func onMove(perform action: ((IndexSet, Int) -> Void)?) -> some DynamicViewContent { self }
}
public struct List<Selection: Hashable, Content: View>: View, _Primitive {
    let c: Content
    public typealias Body = Never
    public init(selection: Binding<Selection?>?, @ViewBuilder content: () -> Content) { c = content() }
    public init(selection: Binding<Set<Selection>>?, @ViewBuilder content: () -> Content) { c = content() }
    public func _nodes(_ e: EnvironmentValues) -> [Node] { [_box("List", e, c)] }
}
extension List where Selection == Never {
    public init(@ViewBuilder content: () -> Content) { c = content() }
    public init<D: RandomAccessCollection, R: View>(_ data: D, @ViewBuilder rowContent: @escaping (D.Element) -> R) where Content == ForEach<D, D.Element.ID, R>, D.Element: Identifiable { c = ForEach(data, content: rowContent) }
    public init<D: RandomAccessCollection, ID: Hashable, R: View>(_ data: D, id: KeyPath<D.Element, ID>, @ViewBuilder rowContent: @escaping (D.Element) -> R) where Content == ForEach<D, ID, R> { c = ForEach(data, id: id, content: rowContent) }
}

// Controls
public struct Toggle<L: View>: View, _Primitive {
    let isOn: Binding<Bool>, label: L
    public typealias Body = Never
    public init(isOn: Binding<Bool>, @ViewBuilder label: () -> L) { self.isOn = isOn; self.label = label() }
    public func _nodes(_ e: EnvironmentValues) -> [Node] {
        let n = _box("Toggle", e, label); n.attributes["value"] = "\(isOn.wrappedValue)"
        n.actions["tap"] = { isOn.wrappedValue.toggle() }
        return [n]
    }
}
extension Toggle where L == Text {
    public init(_ key: LocalizedStringKey, isOn: Binding<Bool>) { self.init(isOn: isOn) { Text(key) } }
    @_disfavoredOverload public init<S: StringProtocol>(_ s: S, isOn: Binding<Bool>) { self.init(isOn: isOn) { Text(s) } }
}
public struct TextField<L: View>: View, _Primitive {
    let text: Binding<String>, label: L
    public typealias Body = Never
    public func _nodes(_ e: EnvironmentValues) -> [Node] { let n = _box("TextField", e, label); n.attributes["value"] = text.wrappedValue; let text = text; n.type = { text.wrappedValue = $0 }; return [n] }
}
extension TextField where L == Text {
    public init(_ key: LocalizedStringKey, text: Binding<String>) { self.text = text; label = Text(key) }
    public init(_ key: LocalizedStringKey, text: Binding<String>, prompt: Text?) { self.text = text; label = Text(key) }
    public init(_ key: LocalizedStringKey, text: Binding<String>, axis: Axis) { self.text = text; label = Text(key) }
    @_disfavoredOverload public init<S: StringProtocol>(_ s: S, text: Binding<String>) { self.text = text; label = Text(s) }
    @_disfavoredOverload public init<S: StringProtocol>(_ s: S, text: Binding<String>, axis: Axis) { self.text = text; label = Text(s) }
    @_disfavoredOverload public init<S: StringProtocol>(_ s: S, text: Binding<String>, prompt: Text?, axis: Axis) { self.text = text; label = Text(s) }
    @_disfavoredOverload public init<S: StringProtocol>(_ s: S, text: Binding<String>, prompt: Text?) { self.text = text; label = Text(s) }
    public init<F: ParseableFormatStyle>(_ key: LocalizedStringKey, value: Binding<F.FormatInput>, format: F, prompt: Text? = nil) where F.FormatOutput == String { text = .constant(format.format(value.wrappedValue)); label = Text(key) }
}
public struct SecureField<L: View>: View, _Primitive {
    let text: Binding<String>, label: L
    public typealias Body = Never
    /// As a text field; what is in it is not seen.
    public func _nodes(_ e: EnvironmentValues) -> [Node] { let n = _box("SecureField", e, label); n.attributes["length"] = "\(text.wrappedValue.count)"; let text = text; n.type = { text.wrappedValue = $0 }; return [n] }
}
extension SecureField where L == Text {
    public init(_ key: LocalizedStringKey, text: Binding<String>) { self.text = text; label = Text(key) }
    @_disfavoredOverload public init<S: StringProtocol>(_ s: S, text: Binding<String>) { self.text = text; label = Text(s) }
}
public struct TextEditor: View, _Primitive { let t: Binding<String>; public typealias Body = Never; public init(text: Binding<String>) { t = text }; public func _nodes(_ e: EnvironmentValues) -> [Node] { let n = Node("TextEditor"); n.attributes["value"] = t.wrappedValue; return [n] } }
public struct ProgressView<L: View, V: View>: View, _Primitive {
    let label: L
    public typealias Body = Never
    public func _nodes(_ e: EnvironmentValues) -> [Node] { [_box("ProgressView", e, label)] }
}
extension ProgressView where V == EmptyView, L == EmptyView { public init() { label = EmptyView() }; public init<N: BinaryFloatingPoint>(value: N?, total: N = 1.0) { label = EmptyView() } }
extension ProgressView where V == EmptyView, L == Text { public init(_ key: LocalizedStringKey) { label = Text(key) }; @_disfavoredOverload public init<S: StringProtocol>(_ s: S) { label = Text(s) }; public init<N: BinaryFloatingPoint>(_ key: LocalizedStringKey, value: N?, total: N = 1.0) { label = Text(key) } }
public struct Picker<L: View, S: Hashable, C: View>: View, _Primitive {
    let label: L, selection: Binding<S>, c: C
    public typealias Body = Never
    public init(selection: Binding<S>, @ViewBuilder content: () -> C, @ViewBuilder label: () -> L) { self.selection = selection; c = content(); self.label = label() }
    public func _nodes(_ e: EnvironmentValues) -> [Node] { let n = _box("Picker", e, label, c); n.attributes["value"] = "\(selection.wrappedValue)"; return [n] }
}
extension Picker where L == Text {
    public init(_ key: LocalizedStringKey, selection: Binding<S>, @ViewBuilder content: () -> C) { self.init(selection: selection, content: content) { Text(key) } }
}
public struct Slider<L: View, V: View>: View, _Primitive {
    let label: L, value: () -> Double, slide: (Double) -> Void
    public typealias Body = Never
    /// A person slides it to what is typed.
    public func _nodes(_ e: EnvironmentValues) -> [Node] {
        let n = _box("Slider", e, label); n.attributes["value"] = "\(value())"
        let slide = _Cell(slide); n.type = { Double($0).map(slide.value) }
        return [n]
    }
    init<N: BinaryFloatingPoint>(_ value: Binding<N>, _ changed: @escaping (Bool) -> Void, _ label: L) {
        self.label = label
        self.value = { Double(value.wrappedValue) }
        slide = { changed(true); value.wrappedValue = N($0); changed(false) }
    }
}
extension Slider where V == EmptyView, L == EmptyView {
    public init<N: BinaryFloatingPoint>(value: Binding<N>, in bounds: ClosedRange<N> = 0...1, onEditingChanged: @escaping (Bool) -> Void = { _ in }) where N.Stride: BinaryFloatingPoint { self.init(value, onEditingChanged, EmptyView()) }
    public init<N: BinaryFloatingPoint>(value: Binding<N>, in bounds: ClosedRange<N>, step: N.Stride = 1, onEditingChanged: @escaping (Bool) -> Void = { _ in }) where N.Stride: BinaryFloatingPoint { self.init(value, onEditingChanged, EmptyView()) }
}
extension Slider where V == EmptyView {
    public init<N: BinaryFloatingPoint>(value: Binding<N>, in bounds: ClosedRange<N> = 0...1, @ViewBuilder label: () -> L, onEditingChanged: @escaping (Bool) -> Void = { _ in }) where N.Stride: BinaryFloatingPoint { self.init(value, onEditingChanged, label()) }
    public init<N: BinaryFloatingPoint>(value: Binding<N>, in bounds: ClosedRange<N>, step: N.Stride = 1, @ViewBuilder label: () -> L, onEditingChanged: @escaping (Bool) -> Void = { _ in }) where N.Stride: BinaryFloatingPoint { self.init(value, onEditingChanged, label()) }
}
public struct DatePickerComponents: OptionSet, Sendable { public let rawValue: Int; public init(rawValue: Int) { self.rawValue = rawValue }; public static let hourAndMinute = Self(rawValue: 1), date = Self(rawValue: 2) }
public struct DatePicker<L: View>: View, _Primitive {
    let label: L, selection: Binding<Date>
    public typealias Body = Never
    /// A person turns it to what is typed, in ISO 8601.
    public func _nodes(_ e: EnvironmentValues) -> [Node] {
        let n = _box("DatePicker", e, label); n.attributes["value"] = selection.wrappedValue.ISO8601Format()
        let selection = selection; n.type = { (try? Date($0, strategy: .iso8601)).map { selection.wrappedValue = $0 } }
        return [n]
    }
}
extension DatePicker where L == Text {
    public init(_ key: LocalizedStringKey, selection: Binding<Date>, displayedComponents: DatePickerComponents = [.hourAndMinute, .date]) { label = Text(key); self.selection = selection }
    @_disfavoredOverload public init<S: StringProtocol>(_ s: S, selection: Binding<Date>, displayedComponents: DatePickerComponents = [.hourAndMinute, .date]) { label = Text(s); self.selection = selection }
}
public struct Stepper<L: View>: View, _Primitive { let label: L; public typealias Body = Never; public func _nodes(_ e: EnvironmentValues) -> [Node] { [_box("Stepper", e, label)] } }
extension Stepper where L == Text { public init<V: Strideable>(_ key: LocalizedStringKey, value: Binding<V>, in bounds: ClosedRange<V>, step: V.Stride = 1, onEditingChanged: @escaping (Bool) -> Void = { _ in }) { label = Text(key) } }
public struct LabeledContent<L: View, C: View>: View, _Primitive { let l: L, c: C; public typealias Body = Never; public func _nodes(_ e: EnvironmentValues) -> [Node] { [_box("LabeledContent", e, l, c)] } }
extension LabeledContent { public init(@ViewBuilder content: () -> C, @ViewBuilder label: () -> L) { l = label(); c = content() } }
extension LabeledContent where L == Text { public init(_ key: LocalizedStringKey, @ViewBuilder content: () -> C) { l = Text(key); c = content() } }
extension LabeledContent where L == Text, C == Text { public init<S: StringProtocol>(_ key: LocalizedStringKey, value: S) { l = Text(key); c = Text(value) } }
public struct Menu<L: View, C: View>: View, _Primitive { let l: L, c: C; public typealias Body = Never; public init(@ViewBuilder content: () -> C, @ViewBuilder label: () -> L) { l = label(); c = content() }; public func _nodes(_ e: EnvironmentValues) -> [Node] { [_box("Menu", e, l, c)] } }
extension Menu where L == Text { public init(_ key: LocalizedStringKey, @ViewBuilder content: () -> C) { l = Text(key); c = content() } }
public struct Link<L: View>: View, _Primitive { let l: L; public typealias Body = Never; public init(destination: URL, @ViewBuilder label: () -> L) { l = label() }; public func _nodes(_ e: EnvironmentValues) -> [Node] { [_box("Link", e, l)] } }
extension Link where L == Text { public init(_ key: LocalizedStringKey, destination: URL) { l = Text(key) } }
public protocol Transferable: Sendable {}
extension String: Transferable {}
extension URL: Transferable {}
extension Data: Transferable {}
/// A press opens the system's sheet; `item` is what it is handed.
public struct ShareLink<L: View>: View, _Primitive {
    let l: L, item: String
    var head: String?
    public typealias Body = Never
    public func _nodes(_ e: EnvironmentValues) -> [Node] { let n = _box("ShareLink", e, l); n.attributes["item"] = item; n.attributes["head"] = head ?? item; n.actions["tap"] = {}; return [n] }
}
/// What stands at the head of the system's sheet; without it that is the item.
public struct SharePreview: Sendable { let title: String; public init(_ key: LocalizedStringKey) { title = "\(key)" }; @_disfavoredOverload public init<S: StringProtocol>(_ s: S) { title = String(s) } }
extension ShareLink {
    public init<T: Transferable>(item: T, subject: Text? = nil, message: Text? = nil, preview: SharePreview, @ViewBuilder label: () -> L) { l = label(); self.item = "\(item)"; head = preview.title }
    public init(item: URL, subject: Text? = nil, message: Text? = nil, @ViewBuilder label: () -> L) { l = label(); self.item = "\(item)" }
    public init(item: String, subject: Text? = nil, message: Text? = nil, @ViewBuilder label: () -> L) { l = label(); self.item = item }
}
extension ShareLink where L == Label<Text, Image> {
    public init(item: URL, subject: Text? = nil, message: Text? = nil) { l = Label("Share", systemImage: "square.and.arrow.up"); self.item = "\(item)" }
    public init(item: String, subject: Text? = nil, message: Text? = nil) { l = Label("Share", systemImage: "square.and.arrow.up"); self.item = "\(item)" }
    public init(_ key: LocalizedStringKey, item: URL, subject: Text? = nil, message: Text? = nil) { l = Label(key, systemImage: "square.and.arrow.up"); self.item = "\(item)" }
}
public struct ContentUnavailableView<L: View, D: View, A: View>: View, _Primitive {
    let l: L, d: D, a: A
    public typealias Body = Never
    public init(@ViewBuilder label: () -> L, @ViewBuilder description: () -> D = { EmptyView() }, @ViewBuilder actions: () -> A = { EmptyView() }) { l = label(); d = description(); a = actions() }
    public func _nodes(_ e: EnvironmentValues) -> [Node] { [_box("ContentUnavailableView", e, l, d, a)] }
}
extension ContentUnavailableView where L == Label<Text, Image>, D == Text?, A == EmptyView {
    public init(_ key: LocalizedStringKey, systemImage: String, description: Text? = nil) { l = Label(key, systemImage: systemImage); d = description; a = EmptyView() }
}

// Navigation
public struct NavigationPath: Equatable { public init() {}; public mutating func append<V: Hashable>(_ v: V) { count += 1 }; public mutating func removeLast(_ k: Int = 1) { count -= k }; public private(set) var count = 0; public var isEmpty: Bool { count == 0 } }
public struct NavigationStack<D, R: View>: View, _Primitive {
    let root: R, over: @MainActor () -> [Any]
    public typealias Body = Never
    public init(@ViewBuilder root: () -> R) where D == NavigationPath { self.root = root(); over = { [] } }
    public init(path: Binding<NavigationPath>, @ViewBuilder root: () -> R) where D == NavigationPath { self.root = root(); over = { [] } }
    public init(path: Binding<D>, @ViewBuilder root: () -> R) where D: MutableCollection & RandomAccessCollection & RangeReplaceableCollection, D.Element: Hashable { self.root = root(); over = { Array(path.wrappedValue) } }
    /// The page that lies on top, alone: nothing below it is seen.
    public func _nodes(_ e: EnvironmentValues) -> [Node] {
        var e = e
        let destinations = _Destinations()
        e.destinations = destinations
        let below = _box("NavigationStack", e, root)
        return [over().enumerated().reduce(below) { below, page in
            guard let open = destinations.open[ObjectIdentifier(type(of: page.element))] else { return below }
            var e = e
            e.path += "(\(page.offset) \(page.element))"
            return Node("NavigationStack", "", open(page.element, e))
        }]
    }
}
public struct NavigationLink<L: View, D: View>: View, _Primitive {
    let l: L
    public typealias Body = Never
    public func _nodes(_ e: EnvironmentValues) -> [Node] { [_box("NavigationLink", e, l)] }
}
extension NavigationLink {
    public init(@ViewBuilder destination: () -> D, @ViewBuilder label: () -> L) { l = label() }
}
extension NavigationLink where L == Text { public init(_ key: LocalizedStringKey, @ViewBuilder destination: () -> D) { l = Text(key) } }
extension NavigationLink where D == Never { public init<V: Hashable>(value: V?, @ViewBuilder label: () -> L) { l = label() } }
extension NavigationLink where D == Never, L == Text { public init<V: Hashable>(_ key: LocalizedStringKey, value: V?) { l = Text(key) } }
public struct TabView<S: Hashable, C: View>: View, _Primitive {
    let c: C, selection: Binding<S>?
    public typealias Body = Never
    public init(selection: Binding<S>?, @ViewBuilder content: () -> C) { c = content(); self.selection = selection }
    /// The tab that is picked, and a button for each.
    public func _nodes(_ e: EnvironmentValues) -> [Node] {
        let box = _box("TabView", e, c)
        guard let selection else { return [box] }
        for tab in box.children where tab.kind == "tabItem" {
            guard let value = tab.value?.base as? S else { continue }
            tab.actions["tap"] = { selection.wrappedValue = value }
        }
        box.children = box.children.filter { $0.kind == "tabItem" || $0.value?.base as? S == selection.wrappedValue }
        return [box]
    }
}
extension TabView where S == Int { public init(@ViewBuilder content: () -> C) { c = content(); selection = nil } }
extension ForEach { public init(_chart data: Data, _ content: @escaping (Data.Element) -> Content) { self.data = data; self.content = content } }
