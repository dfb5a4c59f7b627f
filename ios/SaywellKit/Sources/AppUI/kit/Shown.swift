import AppModel
import SwiftUI

/// What a page has asked the engine: nothing at first, a spinner after half a second, the record, and above it a problem if there is
/// one. It asks whenever it appears. While a verb is out what it shows takes no touch.
struct Shown<Record: Sendable, Content: View>: View {
    private let asked: Asked<Record>
    private let content: (Record) -> Content
    @Environment(\.dismiss) private var dismiss
    @State private var isFelt = false

    init(_ asked: Asked<Record>, @ViewBuilder content: @escaping (Record) -> Content) {
        self.asked = asked
        self.content = content
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 0) {
            if let problem = asked.problem { card(problem) }
            if let record = asked.record {
                content(record).disabled(asked.isAsking)
            } else if isFelt && asked.problem == nil {
                ProgressView(words("one_moment")).frame(maxWidth: .infinity).padding(.top, 48)
            }
        }
        .task { await asked.open() }
        .task {
            do { try await Task.sleep(for: .milliseconds(500)) } catch { return }
            isFelt = true
        }
    }

    private func card(_ problem: Problem) -> some View {
        ProblemCard(problem: problem) {
            if problem.leaves { dismiss() } else { Task { await asked.tryAgain() } }
        }
        .padding(.vertical, 8)
    }
}

/// What happened, what is safe, and one thing to do.
struct ProblemCard: View {
    let problem: Problem
    let act: @MainActor () -> Void

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(words(problem.happened)).style(.section, .onSand)
            Text(words(problem.isSafe)).style(.body, .onSand)
            Button(words(problem.leaves ? "back" : "try_again"), action: act).buttonStyle(QuietButton())
        }
        .banner()
        .announced("\(words(problem.happened)) \(words(problem.isSafe))")
    }
}

extension Problem {
    fileprivate var happened: String {
        switch self {
        case .gone: "problem_gone"
        case .full: "problem_full"
        case .newer: "problem_newer"
        case .keyLost: "problem_key_lost"
        case .unreadable: "problem_unreadable"
        case .notSaved: "problem_not_saved"
        case .ours: "problem_ours"
        }
    }

    fileprivate var isSafe: String {
        switch self {
        case .gone: "problem_rest_safe"
        case .full: "problem_full_safe"
        case .newer, .keyLost, .unreadable: "problem_untouched"
        case .notSaved, .ours: "problem_before_safe"
        }
    }
}
