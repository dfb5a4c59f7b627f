import AppModel
import Saywell
import SwiftUI

/// One session of the log, and what may be done with it.
struct SessionScreen: View {
    @State private var model: SessionModel

    init(_ model: SessionModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("one_time", in: .relaxation)) {
            Shown(model.asked) { answer in
                Text(answer.session.begun).style(.title).heading().padding(.top, 8)
                Text(answer.session.told(answer.title)).style(.body).padding(.top, 8)
                if let ratings = answer.session.ratings { Text(ratings).style(.body).padding(.top, 4) }
                choices(answer.session.day.dayInWords).padding(.top, 24)
            }
        }
    }

    @ViewBuilder private func choices(_ day: String) -> some View {
        if let part = model.part {
            SureCard(question: question(part, day)) {
                model.part = nil
            } delete: {
                Task { await model.delete() }
            }
        } else {
            VStack(spacing: 8) {
                Button(words("delete_one", in: .relaxation)) { model.part = .one }.buttonStyle(SecondaryButton())
                Button(words("delete_day", in: .relaxation, day)) { model.part = .day }
                    .buttonStyle(QuietButton())
                    .frame(maxWidth: .infinity)
            }
        }
    }

    private func question(_ part: SessionModel.Part, _ day: String) -> String {
        switch part {
        case .one: words("delete_one_sure", in: .relaxation)
        case .day: words("delete_day_sure", in: .relaxation, day)
        }
    }
}

extension Session {
    /// Such as `Mon, 23 Nov · 19:30`.
    var begun: String {
        let wall = started.wall
        return words("two_parts", in: .relaxation, wall.day.dayInWords, wall.time.inWords)
    }

    /// Such as `Slow breath · 9:30 of 10:00 · ended early`.
    func told(_ title: String?) -> String {
        let how =
            switch outcome {
            case .finished: elapsedMs >= plannedMs ? "to_the_end" : "ended_early"
            case .left: "left_it"
            case .interrupted: "cut_short"
            case .running: "running"
            }
        let name = form == .short ? words("quick_calm") : title ?? script
        return words(
            "session_detail", in: .relaxation, name, span(elapsedMs), span(plannedMs), words(how, in: .relaxation))
    }

    /// Such as `Tension: 7 to 4`; nothing where none was given.
    var ratings: String? {
        switch (before.map(Int.init), after.map(Int.init)) {
        case (let before?, let after?): words("tension_both", in: .relaxation, before, after)
        case (let before?, nil): words("tension_before", in: .relaxation, before)
        case (nil, let after?): words("tension_after", in: .relaxation, after)
        case (nil, nil): nil
        }
    }
}
