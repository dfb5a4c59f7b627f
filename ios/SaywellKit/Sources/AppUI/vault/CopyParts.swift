import AppModel
import Saywell
import SwiftUI
import UniformTypeIdentifiers

extension WordTable { static let copies = WordTable("Copies") }

/// A sealed copy, as the system's page takes it: it is handed on as it lies, and not opened.
struct SealedCopy: FileDocument {
    static var readableContentTypes: [UTType] { [.data] }
    private let file: URL

    init(_ file: URL) { self.file = file }

    init(configuration: ReadConfiguration) throws { throw CopyFault.unread }

    func fileWrapper(configuration: WriteConfiguration) throws -> FileWrapper { try FileWrapper(url: file) }
}

/// A password that is typed, hidden unless the person shows it. The system is not asked to remember it.
struct PasswordField: View {
    let label: String
    @Binding var password: String
    let isShown: Bool

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(label).style(.small).accessibilityHidden(true)
            field
                .autocorrectionDisabled()
                .textInputAutocapitalization(.never)
                .font(TextLook.body.font)
                .padding(.horizontal, Size.side)
                .frame(minHeight: Size.row)
                .background(Color.surface, in: .rect(cornerRadius: Size.roundField))
                .overlay {
                    RoundedRectangle(cornerRadius: Size.roundField).strokeBorder(Color.control, lineWidth: Size.edgeControl)
                }
        }
    }

    @ViewBuilder private var field: some View {
        if isShown { TextField(label, text: $password) } else { SecureField(label, text: $password) }
    }
}

/// Shows what is typed, and hides it again.
struct RevealButton: View {
    @Binding var isShown: Bool

    var body: some View {
        Button(words(isShown ? "hide_password" : "show_password", in: .copies)) { isShown.toggle() }.buttonStyle(QuietButton())
    }
}

/// The page that stands in place of another where nothing is kept.
struct NothingOpen: View {
    @Environment(Shell.self) private var shell
    var more = words("copy_nothing_open_more", in: .copies)

    var body: some View {
        Page("") {
            WordsColumn(words("copy_nothing_open", in: .copies), more) {}
        } footer: {
            WordsFooter(act: words("back")) { shell.stack.pop() }
        }
    }
}

/// Nothing can be done but wait.
struct BusyWords: View {
    let key: String
    var table = WordTable.copies

    var body: some View {
        HStack(spacing: 12) {
            ProgressView().accessibilityHidden(true)
            Text(words(key, in: table)).style(.body).announced(words(key, in: table))
        }
        .padding(.top, 16)
    }
}

/// What is in a copy, or here.
struct ContentsCard: View {
    let title: String
    let contents: Contents

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(title).style(.section).heading()
            Text(lines.joined(separator: "\n")).style(.body)
        }
        .card()
        .padding(.top, 16)
    }

    /// A line for each thing that there is, and the days.
    private var lines: [String] {
        let counts = contents.counts.isEmpty ? [words("nothing_there", in: .copies)] : contents.counts
        guard let first = contents.firstDay, let last = contents.lastDay else { return counts }
        if first == last { return counts + [words("of_one_day", in: .copies, first.dateInWords)] }
        return counts + [words("of_days", in: .copies, first.dateInWords, last.dateInWords)]
    }
}

/// What happened, and what is safe.
struct CopyNotice: View {
    let what: String
    let safe: String

    init(_ what: String, _ safe: String) {
        self.what = words(what, in: .copies)
        self.safe = words(safe, in: .copies)
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(what).style(.section, .onSand)
            Text(safe).style(.body, .onSand)
        }
        .banner()
        .padding(.top, 16)
        .announced("\(what) \(safe)")
    }
}

extension CopyNotice {
    init(_ fault: CopyFault) {
        switch fault {
        case .passwordsDiffer: self.init("passwords_differ", "passwords_differ_more")
        case .passwordShort: self.init("password_short", "password_hint")
        case .fullHere: self.init("copy_full_here", "copy_full_here_more")
        case .notMade: self.init("copy_not_made", "copy_not_made_more")
        case .noRoom: self.init("copy_no_room", "copy_a_part")
        case .notThere: self.init("copy_not_there", "copy_a_part")
        case .notWhole: self.init("copy_not_whole", "copy_a_part")
        case .unread: self.init("copy_unread", "copy_unread_more")
        case .tooBig: self.init("copy_too_big", "copy_too_big_more")
        case .wrongPassword: self.init("wrong_password", "wrong_password_more")
        case .damaged: self.init("copy_damaged", "copy_damaged_more")
        case .newer: self.init("copy_newer", "copy_newer_more")
        case .bringFull: self.init("bring_full", "bring_full_more")
        case .bringNot: self.init("bring_not", "bring_not_more")
        case .undoGone: self.init("undo_gone", "undo_gone_more")
        }
    }
}
