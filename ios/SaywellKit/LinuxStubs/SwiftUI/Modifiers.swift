// Toolbars
@MainActor @preconcurrency public protocol ToolbarContent { func _toolbar(_ e: EnvironmentValues) -> [Node] }
@resultBuilder public struct ToolbarContentBuilder {
    @MainActor public static func buildExpression<C: ToolbarContent>(_ c: C) -> C { c }
    @MainActor public static func buildBlock<each C: ToolbarContent>(_ c: repeat each C) -> _ToolbarGroup { var all: [any ToolbarContent] = []; repeat all.append(each c); return _ToolbarGroup(all: all) }
    @MainActor public static func buildIf<C: ToolbarContent>(_ c: C?) -> C? { c }
    @MainActor public static func buildEither<C: ToolbarContent>(first c: C) -> _ToolbarGroup { _ToolbarGroup(all: [c]) }
    @MainActor public static func buildEither<C: ToolbarContent>(second c: C) -> _ToolbarGroup { _ToolbarGroup(all: [c]) }
}
extension Optional: ToolbarContent where Wrapped: ToolbarContent { public func _toolbar(_ e: EnvironmentValues) -> [Node] { self?._toolbar(e) ?? [] } }
public struct _ToolbarGroup: ToolbarContent { let all: [any ToolbarContent]; public func _toolbar(_ e: EnvironmentValues) -> [Node] { all.flatMap { $0._toolbar(e) } } }
public struct ToolbarItemPlacement: Sendable { public static let automatic = Self(), principal = Self(), topBarLeading = Self(), topBarTrailing = Self(), bottomBar = Self(), confirmationAction = Self(), cancellationAction = Self(), primaryAction = Self(), destructiveAction = Self(), keyboard = Self(), navigation = Self() }
public struct ToolbarItem<C: View>: ToolbarContent { let c: C; public init(placement: ToolbarItemPlacement = .automatic, @ViewBuilder content: () -> C) { c = content() }; public func _toolbar(_ e: EnvironmentValues) -> [Node] { _nodes(of: c, e) } }
public struct ToolbarItemGroup<C: View>: ToolbarContent { let c: C; public init(placement: ToolbarItemPlacement = .automatic, @ViewBuilder content: () -> C) { c = content() }; public func _toolbar(_ e: EnvironmentValues) -> [Node] { _nodes(of: c, e) } }
extension View {
    public func toolbar<C: View>(@ViewBuilder content: () -> C) -> some View { let c = content(); return _with { n, e in n.append(_box("toolbar", e, c)) } }
    @_disfavoredOverload public func toolbar<C: ToolbarContent>(@ToolbarContentBuilder content: () -> C) -> some View { let c = content(); return _with { n, e in n.append(Node("toolbar", "", c._toolbar(e))) } }
}

// Presentation
extension View {
    public func sheet<C: View>(isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: @escaping () -> C) -> some View {
        _with { n, e in if isPresented.wrappedValue { var e = e; e.dismiss.action = { isPresented.wrappedValue = false }; n.append(_box("sheet", e, content())) } }
    }
    public func sheet<I: Identifiable, C: View>(item: Binding<I?>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: @escaping (I) -> C) -> some View {
        _with { n, e in if let v = item.wrappedValue { var e = e; e.dismiss.action = { item.wrappedValue = nil }; n.append(_box("sheet", e, content(v))) } }
    }
    public func fullScreenCover<C: View>(isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: @escaping () -> C) -> some View { sheet(isPresented: isPresented, onDismiss: onDismiss, content: content) }
    public func alert<A: View, M: View>(_ key: LocalizedStringKey, isPresented: Binding<Bool>, @ViewBuilder actions: () -> A, @ViewBuilder message: () -> M) -> some View {
        let (a, m) = (actions(), message())
        return _with { n, e in if isPresented.wrappedValue { let b = _box("alert", e, m, a); b.text = key.value; n.append(b) } }
    }
    public func alert<A: View>(_ key: LocalizedStringKey, isPresented: Binding<Bool>, @ViewBuilder actions: () -> A) -> some View { alert(key, isPresented: isPresented, actions: actions) { EmptyView() } }
    public func confirmationDialog<A: View>(_ key: LocalizedStringKey, isPresented: Binding<Bool>, titleVisibility: Visibility = .automatic, @ViewBuilder actions: () -> A) -> some View { alert(key, isPresented: isPresented, actions: actions) { EmptyView() } }
    public func confirmationDialog<A: View, M: View>(_ key: LocalizedStringKey, isPresented: Binding<Bool>, titleVisibility: Visibility = .automatic, @ViewBuilder actions: () -> A, @ViewBuilder message: () -> M) -> some View { alert(key, isPresented: isPresented, actions: actions, message: message) }
    public func navigationDestination<D: Hashable, C: View>(for data: D.Type, @ViewBuilder destination: @escaping (D) -> C) -> some View {
        _with { _, e in e.destinations?.open[ObjectIdentifier(D.self)] = { value, e in (value as? D).map { _nodes(of: destination($0), e) } ?? [] } }
    }
    public func navigationDestination<C: View>(isPresented: Binding<Bool>, @ViewBuilder destination: () -> C) -> some View { _plain() }
    public func presentationDetents(_ d: Set<PresentationDetent>) -> some View { _plain() }
    public func interactiveDismissDisabled(_ d: Bool = true) -> some View { _plain() }
    public func navigationTitle(_ key: LocalizedStringKey) -> some View { _with { n, _ in n.insert(Node("title", key.value), at: 0) } }
    @_disfavoredOverload public func navigationTitle<S: StringProtocol>(_ s: S) -> some View { _with { n, _ in n.insert(Node("title", String(s)), at: 0) } }
    public func navigationBarTitleDisplayMode(_ m: NavigationBarItem.TitleDisplayMode) -> some View { _plain() }
    public func navigationBarBackButtonHidden(_ h: Bool = true) -> some View { _plain() }
    public func tabItem<V: View>(@ViewBuilder _ label: () -> V) -> some View { let l = label(); return _with { n, e in n.insert(_box("tabItem", e, l), at: 0) } }
    public func searchable(text: Binding<String>, prompt: LocalizedStringKey) -> some View { _with { n, _ in let f = Node("searchField", prompt.value); f.attributes["value"] = text.wrappedValue; n.insert(f, at: 0) } }
    public func searchable(text: Binding<String>) -> some View { searchable(text: text, prompt: "Search") }
    public func swipeActions<T: View>(edge: HorizontalEdge = .trailing, allowsFullSwipe: Bool = true, @ViewBuilder content: () -> T) -> some View { let c = content(); return _with { n, e in n.append(_box("swipeActions", e, c)) } }
    public func contextMenu<M: View>(@ViewBuilder menuItems: () -> M) -> some View { let c = menuItems(); return _with { n, e in n.append(_box("contextMenu", e, c)) } }
}
public enum Visibility: Sendable { case automatic, visible, hidden }
public struct PresentationDetent: Hashable, Sendable { public static let medium = Self(), large = Self(); public static func height(_ h: CGFloat) -> Self { Self() }; public static func fraction(_ f: CGFloat) -> Self { Self() } }
public enum NavigationBarItem { public enum TitleDisplayMode: Sendable { case automatic, inline, large } }

// Life
extension View {
    public func task(priority: TaskPriority = .userInitiated, @_inheritActorContext _ action: @escaping @Sendable () async -> Void) -> some View { _task("", action) }
    func _task(_ id: String, _ action: @escaping @Sendable () async -> Void) -> some View { _with { n, e in let t = Node("task"); t.tasks.append(action); t.key = e._key("task") + id; n.append(t) } }
    public func task<T: Equatable>(id: T, priority: TaskPriority = .userInitiated, @_inheritActorContext _ action: @escaping @Sendable () async -> Void) -> some View { _task("=\(id)", action) }
    public func refreshable(@_inheritActorContext action: @escaping @Sendable () async -> Void) -> some View { _plain() }
    public func onAppear(perform action: (() -> Void)? = nil) -> some View { let run = _main(action ?? {}); return _with { n, e in let a = Node("onAppear"); a.actions["run"] = run; a.key = e._key("onAppear"); n.append(a) } }
    public func onDisappear(perform action: (() -> Void)? = nil) -> some View { let run = _main(action ?? {}); return _with { n, e in let a = Node("onDisappear"); a.actions["run"] = run; a.key = e._key("onDisappear"); n.append(a) } }
    public func onChange<V: Equatable>(of value: V, initial: Bool = false, _ action: @escaping (V, V) -> Void) -> some View {
        let action = _Cell(action)
        return _with { n, e in
            let c = Node("onChange")
            c.key = e._key("onChange")
            c.change = { before in
                if let before = before as? V { if before != value { action.value(before, value) } } else if initial { action.value(value, value) }
                return value
            }
            n.append(c)
        }
    }
    public func onChange<V: Equatable>(of value: V, initial: Bool = false, _ action: @escaping () -> Void) -> some View { onChange(of: value, initial: initial) { _, _ in action() } }
    public func onSubmit(_ action: @escaping () -> Void) -> some View { _plain() }
    public func onTapGesture(count: Int = 1, perform action: @escaping () -> Void) -> some View { let run = _main(action); return _with { n, _ in n.first?.actions["tap"] = run } }
    /// A finger that goes down is the action `press`, one that is lifted `lift`.
    public func onLongPressGesture(minimumDuration: Double = 0.5, maximumDistance: CGFloat = 10, perform action: @escaping () -> Void, onPressingChanged: ((Bool) -> Void)? = nil) -> some View {
        let (press, lift) = (_main { onPressingChanged?(true) }, _main { onPressingChanged?(false) })
        return _with { n, _ in n.first?.actions["press"] = press; n.first?.actions["lift"] = lift }
    }
    /// A path that is typed into `onOpenURL` is the file that is opened with the app.
    public func onOpenURL(perform action: @escaping (URL) -> Void) -> some View { let open = _Cell(action); return _with { n, _ in let o = Node("onOpenURL"); o.type = { open.value(URL(fileURLWithPath: $0)) }; n.append(o) } }
    public func focused(_ b: FocusState<Bool>.Binding) -> some View { _plain() }
    public func focused<V: Hashable>(_ b: FocusState<V>.Binding, equals value: V) -> some View { _plain() }
    public func toolbar(_ visibility: Visibility, for bars: ToolbarPlacement...) -> some View { _plain() }
    public func disabled(_ d: Bool) -> some View { _environment { $0.isEnabled = $0.isEnabled && !d } }
    public func animation<V: Equatable>(_ a: Animation?, value: V) -> some View { _plain() }
    public func id<I: Hashable>(_ id: I) -> some View { _environment { $0.path += "(\(id))" } }
    public func tag<V: Hashable>(_ v: V) -> some View { _with { n, _ in for node in n { node.value = node.value ?? AnyHashable(v) } } }
    public func redacted(reason: RedactionReasons) -> some View { _plain() }
    public func privacySensitive(_ s: Bool = true) -> some View { _plain() }
    public func sensoryFeedback<T: Equatable>(_ f: SensoryFeedback, trigger: T) -> some View { _plain() }
}
public struct RedactionReasons: OptionSet, Sendable { public let rawValue: Int; public init(rawValue: Int) { self.rawValue = rawValue }; public static let placeholder = Self(rawValue: 1), privacy = Self(rawValue: 2) }
public struct SensoryFeedback: Equatable, Sendable { public static let success = Self(), warning = Self(), error = Self(), selection = Self() }

// Looks
extension View {
    public func padding(_ edges: Edge.Set = .all, _ length: CGFloat? = nil) -> some View { _plain() }
    public func padding(_ length: CGFloat) -> some View { _plain() }
    public func frame(width: CGFloat? = nil, height: CGFloat? = nil, alignment: Alignment = .center) -> some View { _plain() }
    public func frame(minWidth: CGFloat? = nil, idealWidth: CGFloat? = nil, maxWidth: CGFloat? = nil, minHeight: CGFloat? = nil, idealHeight: CGFloat? = nil, maxHeight: CGFloat? = nil, alignment: Alignment = .center) -> some View { _plain() }
    public func font(_ f: Font?) -> some View { _plain() }
    public func fontWeight(_ w: Font.Weight?) -> some View { _plain() }
    public func bold(_ b: Bool = true) -> some View { _plain() }
    public func foregroundStyle<S: ShapeStyle>(_ s: S) -> some View { _plain() }
    public func tint<S: ShapeStyle>(_ s: S?) -> some View { _plain() }
    public func background<S: ShapeStyle>(_ s: S) -> some View { _plain() }
    public func background<S: ShapeStyle, T: Shape>(_ s: S, in shape: T) -> some View { _plain() }
    public func background<V: View>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View { _plain() }
    public func overlay<V: View>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View { let c = content(); return _with { n, e in n += _nodes(of: c, e) } }
    public func clipShape<S: Shape>(_ s: S) -> some View { _plain() }
    public func contentShape<S: Shape>(_ s: S) -> some View { _plain() }
    public func opacity(_ o: Double) -> some View { _plain() }
    public func hidden() -> some View { _Leaf { _ in [] } }
    public func lineLimit(_ n: Int?) -> some View { _plain() }
    public func lineLimit(_ r: ClosedRange<Int>) -> some View { _plain() }
    public func lineLimit(_ r: PartialRangeFrom<Int>) -> some View { _plain() }
    public func multilineTextAlignment(_ a: TextAlignment) -> some View { _plain() }
    public func fixedSize(horizontal: Bool = true, vertical: Bool = true) -> some View { _plain() }
    public func imageScale(_ s: Image.Scale) -> some View { _plain() }
    public func aspectRatio(_ r: CGFloat? = nil, contentMode: ContentMode) -> some View { _plain() }
    public func scaledToFit() -> some View { _plain() }
    public func monospacedDigit() -> some View { _plain() }
    public func textSelection<S: TextSelectability>(_ s: S) -> some View { _plain() }
    public func labelsHidden() -> some View { _plain() }
    public func listRowSeparator(_ v: Visibility) -> some View { _plain() }
    public func ignoresSafeArea() -> some View { _plain() }
    public func safeAreaInset<V: View>(edge: VerticalEdge, spacing: CGFloat? = nil, @ViewBuilder content: () -> V) -> some View { let c = content(); return _with { n, e in n += _nodes(of: c, e) } }
    public func buttonStyle<S: PrimitiveButtonStyle>(_ s: S) -> some View { _plain() }
    public func buttonStyle<S: ButtonStyle>(_ s: S) -> some View { _plain() }
    public func flipsForRightToLeftLayoutDirection(_ enabled: Bool) -> some View { _plain() }
    public func rotationEffect(_ a: Angle) -> some View { _plain() }
    public func scaleEffect(_ s: CGFloat) -> some View { _plain() }
    public func scaleEffect(x: CGFloat = 1, y: CGFloat = 1, anchor: UnitPoint = .center) -> some View { _plain() }
    public func offset(x: CGFloat = 0, y: CGFloat = 0) -> some View { _plain() }
    public func layoutPriority(_ p: Double) -> some View { _plain() }
    public func listStyle<S: ListStyle>(_ s: S) -> some View { _plain() }
    public func pickerStyle<S: PickerStyle>(_ s: S) -> some View { _plain() }
    public func textFieldStyle<S: TextFieldStyle>(_ s: S) -> some View { _plain() }
    public func formStyle<S: FormStyle>(_ s: S) -> some View { _plain() }
    public func preferredColorScheme(_ c: ColorScheme?) -> some View { _plain() }
    public func dynamicTypeSize<T: RangeExpression>(_ r: T) -> some View where T.Bound == DynamicTypeSize { _plain() }
    public func keyboardType(_ t: UIKeyboardType) -> some View { _plain() }
    public func textContentType(_ t: UITextContentType?) -> some View { _plain() }
    public func textInputAutocapitalization(_ a: TextInputAutocapitalization?) -> some View { _plain() }
    public func autocorrectionDisabled(_ d: Bool = true) -> some View { _plain() }
    public func submitLabel(_ l: SubmitLabel) -> some View { _plain() }
    public func scrollDismissesKeyboard(_ m: ScrollDismissesKeyboardMode) -> some View { _plain() }
}
public enum ContentMode: Sendable { case fit, fill }
public enum VerticalEdge: Sendable { case top, bottom }
public protocol TextSelectability {}
public struct EnabledTextSelectability: TextSelectability {}
extension TextSelectability where Self == EnabledTextSelectability { public static var enabled: Self { Self() } }
public protocol PrimitiveButtonStyle {}
public struct BorderedButtonStyle: PrimitiveButtonStyle {}
public struct BorderedProminentButtonStyle: PrimitiveButtonStyle {}
public struct PlainButtonStyle: PrimitiveButtonStyle {}
public struct BorderlessButtonStyle: PrimitiveButtonStyle {}
extension PrimitiveButtonStyle where Self == BorderedButtonStyle { public static var bordered: Self { Self() } }
extension PrimitiveButtonStyle where Self == BorderedProminentButtonStyle { public static var borderedProminent: Self { Self() } }
extension PrimitiveButtonStyle where Self == PlainButtonStyle { public static var plain: Self { Self() } }
extension PrimitiveButtonStyle where Self == BorderlessButtonStyle { public static var borderless: Self { Self() } }
public protocol ListStyle {}
public struct InsetGroupedListStyle: ListStyle {}
public struct PlainListStyle: ListStyle {}
extension ListStyle where Self == InsetGroupedListStyle { public static var insetGrouped: Self { Self() } }
extension ListStyle where Self == PlainListStyle { public static var plain: Self { Self() } }
public protocol PickerStyle {}
public struct SegmentedPickerStyle: PickerStyle {}
public struct MenuPickerStyle: PickerStyle {}
extension PickerStyle where Self == SegmentedPickerStyle { public static var segmented: Self { Self() } }
extension PickerStyle where Self == MenuPickerStyle { public static var menu: Self { Self() } }
public protocol TextFieldStyle {}
public struct RoundedBorderTextFieldStyle: TextFieldStyle {}
extension TextFieldStyle where Self == RoundedBorderTextFieldStyle { public static var roundedBorder: Self { Self() } }
public protocol FormStyle {}
public struct GroupedFormStyle: FormStyle {}
extension FormStyle where Self == GroupedFormStyle { public static var grouped: Self { Self() } }
public enum UIKeyboardType: Sendable { case `default`, URL, numberPad, decimalPad, emailAddress, asciiCapable, phonePad }
public struct UITextContentType: Sendable { public static let password = Self(), newPassword = Self(), username = Self(), oneTimeCode = Self(), emailAddress = Self(), URL = Self() }
public struct TextInputAutocapitalization: Sendable { public static var never: Self { Self() }; public static var words: Self { Self() }; public static var sentences: Self { Self() } }
public struct SubmitLabel: Sendable { public static var done: Self { Self() }; public static var send: Self { Self() }; public static var next: Self { Self() }; public static var go: Self { Self() }; public static var search: Self { Self() } }
public struct ScrollDismissesKeyboardMode: Sendable { public static var interactively: Self { Self() }; public static var immediately: Self { Self() } }

// Accessibility
extension View {
    public func accessibilityLabel(_ t: Text) -> some View { _attribute("accessibilityLabel", t.string) }
    public func accessibilityLabel(_ k: LocalizedStringKey) -> some View { _attribute("accessibilityLabel", k.value) }
    @_disfavoredOverload public func accessibilityLabel<S: StringProtocol>(_ s: S) -> some View { _attribute("accessibilityLabel", String(s)) }
    public func accessibilityValue(_ t: Text) -> some View { _attribute("accessibilityValue", t.string) }
    public func accessibilityValue(_ k: LocalizedStringKey) -> some View { _attribute("accessibilityValue", k.value) }
    @_disfavoredOverload public func accessibilityValue<S: StringProtocol>(_ s: S) -> some View { _attribute("accessibilityValue", String(s)) }
    public func accessibilityHint(_ k: LocalizedStringKey) -> some View { _attribute("accessibilityHint", k.value) }
    @_disfavoredOverload public func accessibilityHint<S: StringProtocol>(_ s: S) -> some View { _attribute("accessibilityHint", String(s)) }
    public func accessibilityHidden(_ h: Bool) -> some View { _attribute("accessibilityHidden", "\(h)") }
    public func accessibilityIdentifier(_ s: String) -> some View { _attribute("identifier", s) }
    public func accessibilityElement(children: AccessibilityChildBehavior = .ignore) -> some View { children == .ignore ? _with { n, _ in let one = Node("element", "", n); one.hidesChildren = true; n = [one] } : children == .combine ? _attribute("children", "combine") : _plain() }
    /// A screen reader reads these in place of what is drawn.
    public func accessibilityChildren<V: View>(@ViewBuilder children: () -> V) -> some View { let read = children(); return _with { n, e in n = [Node("children", "", SwiftUI._nodes(of: read, e))] } }
    public func accessibilityAddTraits(_ t: AccessibilityTraits) -> some View { _attribute("traits", "\(t.rawValue)") }
    public func accessibilityRemoveTraits(_ t: AccessibilityTraits) -> some View { _plain() }
    public func accessibilityFocused<V: Hashable>(_ b: AccessibilityFocusState<V>.Binding, equals value: V) -> some View { _plain() }
    public func accessibilitySortPriority(_ p: Double) -> some View { _plain() }
    /// A gesture of VoiceOver's, as the action of that name: `escape`, `magicTap`.
    public func accessibilityAction(_ kind: AccessibilityActionKind = .default, _ handler: @escaping () -> Void) -> some View { let run = _main(handler); return _with { n, _ in n.first?.actions[kind.name] = run } }
    public func accessibilityAction(named k: LocalizedStringKey, _ handler: @escaping () -> Void) -> some View { let run = _main(handler); return _with { n, _ in n.first?.actions[k.value] = run } }
}
public struct AccessibilityChildBehavior: Hashable, Sendable { let v: Int; public static let ignore = Self(v: 0), contain = Self(v: 1), combine = Self(v: 2) }
public struct AccessibilityActionKind: Equatable, Sendable { let name: String; public static let `default` = Self(name: "default"), escape = Self(name: "escape"), magicTap = Self(name: "magicTap") }
public struct AccessibilityTraits: OptionSet, Sendable { public let rawValue: Int; public init(rawValue: Int) { self.rawValue = rawValue }; public static let isButton = Self(rawValue: 1), isHeader = Self(rawValue: 2), isSelected = Self(rawValue: 4), isImage = Self(rawValue: 8), updatesFrequently = Self(rawValue: 16), isStaticText = Self(rawValue: 32), isModal = Self(rawValue: 64) }
public enum AccessibilityNotification {
    public struct Announcement {
        /// What was announced, for tests: all of them on the main actor.
        public nonisolated(unsafe) static var _posted: [String] = []
        let words: String
        public init(_ s: String) { words = s }
        public func post() { Self._posted.append(words) }
    }
}

@MainActor func _main(_ f: @escaping () -> Void) -> @MainActor () -> Void {
    let cell = _Cell<() -> Void>(f)
    return { let f = cell.value; f() }
}
