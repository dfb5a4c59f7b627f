import AppModel
import Foundation
import Saywell
import SwiftUI

/// Who stands for a course, and who has checked it: where nobody has, that is said.
struct PackMakers: View {
    let page: PackPage

    var body: some View {
        PackCard(title: words("course_who", in: .packs), lines: makers)
        PackCard(title: words("course_reviews", in: .packs), lines: reviews)
    }

    private var makers: [String] {
        [
            words("course_from", in: .packs, page.publisher), words("course_signed", in: .packs, page.signer),
            words("course_languages", in: .packs, page.languages.map(languageName).joined(separator: ", ")),
            words("course_licence", in: .packs, page.licence),
        ]
    }

    private var reviews: [String] {
        if page.reviews.isEmpty { return [words("course_unreviewed", in: .packs)] }
        return page.reviews.map { words("course_review", in: .packs, $0.by, $0.on.dateInWords, $0.what) }
    }

    private func languageName(_ tag: String) -> String { Locale.current.localizedString(forIdentifier: tag) ?? tag }
}

/// A title, and a line for each thing to know.
struct PackCard: View {
    let title: String
    let lines: [String]

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(title).style(.section).heading()
            ForEach(Array(lines.enumerated()), id: \.offset) { _, line in Text(line).style(.body) }
        }
        .card()
        .padding(.top, 16)
    }
}

/// What happened, and what is safe.
struct PackNotice: View {
    let fault: PackFault

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(words(key, in: .packs)).style(.section, .onSand)
            Text(more).style(.body, .onSand)
        }
        .banner()
        .padding(.top, 16)
        .announced("\(words(key, in: .packs)) \(more)")
    }

    private var more: String {
        switch fault {
        case .refused(.malformed(let what)): words("\(key)_more", in: .packs, what)
        case .refused(.older(let newest)): words("\(key)_more", in: .packs, Int(newest))
        case .refused(.taken(let id)): words("\(key)_more", in: .packs, id)
        default: words("\(key)_more", in: .packs)
        }
    }

    private var key: String {
        switch fault {
        case .refused(let why): why.key
        case .unread: "course_unread"
        case .full: "course_full"
        case .failed: "course_not"
        }
    }
}

extension PackRefusal {
    fileprivate var key: String {
        switch self {
        case .notAPack: "course_no_course"
        case .cutOff: "course_cut"
        case .changed: "course_changed"
        case .tooLarge: "course_too_large"
        case .unknownSigner: "course_unknown"
        case .newerApp: "course_newer_app"
        case .malformed: "course_malformed"
        case .older: "course_older"
        case .taken: "course_taken"
        }
    }
}

extension PackRow {
    var title: String { page?.title ?? words("course_nameless", in: .packs) }
}

extension PackState {
    var inAWord: String { words(key, in: .packs) }

    /// What to know about it.
    var inWords: String {
        if case .clashes(let id) = self { return words("\(key)_more", in: .packs, id) }
        return words("\(key)_more", in: .packs)
    }

    private var key: String {
        switch self {
        case .shown: "course_shown"
        case .outdated: "course_outdated"
        case .otherLanguage: "course_other_language"
        case .untrusted: "course_untrusted"
        case .missing: "course_missing"
        case .unreadable: "course_unreadable"
        case .clashes: "course_clashes"
        }
    }
}
