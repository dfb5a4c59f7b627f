import AppModel
import SwiftUI

/// A button of the top bar.
struct BarButton {
    let icon: Icon
    let label: String
    let act: @MainActor () -> Void
}

/// The frame of every page: its title, *Exit* last in the top bar, a column that scrolls, and a footer that stays. `close` stands in
/// place of the way back, where that does more than leave.
struct Page<Content: View, Footer: View>: View {
    @Environment(Shell.self) private var shell
    private let title: String
    private let close: BarButton?
    private let action: BarButton?
    private let content: Content
    private let footer: Footer

    init(
        _ title: String, close: BarButton? = nil, action: BarButton? = nil, @ViewBuilder content: () -> Content,
        @ViewBuilder footer: () -> Footer
    ) {
        self.title = title
        self.close = close
        self.action = action
        self.content = content()
        self.footer = footer()
    }

    var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: 0) {
                if shell.door == .without { nothingIsKept }
                if let problem = shell.notSaved, shell.door.isPassed {
                    ProblemCard(problem: problem) { Task { await shell.saveAgain() } }.padding(.top, Size.gap)
                }
                content
            }
            .padding(.horizontal, Size.side)
            .padding(.bottom, Size.side)
            .frame(maxWidth: Size.column)
            .frame(maxWidth: .infinity)
            .id(pageTop)
        }
        .background(Color.page)
        // VoiceOver's gesture for back does what the button does.
        .accessibilityAction(.escape) { if let close { close.act() } else { shell.stack.pop() } }
        .safeAreaInset(edge: .bottom, spacing: 0) { footer }
        .navigationTitle(title)
        .navigationBarTitleDisplayMode(.inline)
        .navigationBarBackButtonHidden(close != nil)
        .toolbar {
            ToolbarItemGroup(placement: .topBarLeading) {
                if let close {
                    Button(action: close.act) { IconView(close.icon) }.accessibilityLabel(close.label)
                }
            }
            ToolbarItemGroup(placement: .topBarTrailing) {
                if let action {
                    Button(action: action.act) { IconView(action.icon) }.accessibilityLabel(action.label)
                }
                ExitButton()
            }
        }
    }

    private var nothingIsKept: some View {
        Button {
            Task { await shell.tryAgain() }
        } label: {
            Text(words("nothing_kept", in: .vault)).style(.body, .onSand).banner()
        }
        .buttonStyle(.plain)
        .padding(.top, Size.gap)
    }
}

private let pageTop = "top"

extension View {
    /// For a page that shows one thing after the other: each is seen from its top.
    func fromTheTop<Part: Equatable>(of part: Part) -> some View {
        ScrollViewReader { page in onChange(of: part) { page.scrollTo(pageTop, anchor: .top) } }
    }
}

extension Page where Footer == EmptyView {
    init(_ title: String, close: BarButton? = nil, action: BarButton? = nil, @ViewBuilder content: () -> Content) {
        self.init(title, close: close, action: action, content: content) { EmptyView() }
    }
}

/// The quick exit: one tap, no question.
struct ExitButton: View {
    @Environment(Shell.self) private var shell

    var body: some View {
        Button {
            shell.exit()
        } label: {
            HStack(spacing: 4) {
                IconView(.exit, size: 20)
                Text(words("exit")).font(TextLook.smallMedium.font)
            }
            .foregroundStyle(Color.ink)
            .padding(.horizontal, 12)
            .frame(minHeight: 36)
            .overlay { Capsule().strokeBorder(Color.control, lineWidth: Size.edgeControl) }
        }
        .buttonStyle(.plain)
        .dynamicTypeSize(...DynamicTypeSize.xLarge)
        .accessibilityLabel(words("exit"))
    }
}

/// At the foot of a page: what goes on from here.
struct FooterBar<Content: View>: View {
    private let content: Content
    init(@ViewBuilder content: () -> Content) { self.content = content() }

    var body: some View {
        VStack(spacing: 8) { content }
            .padding(Size.side)
            .frame(maxWidth: Size.column)
            .frame(maxWidth: .infinity)
            .background(Color.page)
    }
}
