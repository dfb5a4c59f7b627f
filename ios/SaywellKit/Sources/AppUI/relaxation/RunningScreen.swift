import AppModel
import Saywell
import SwiftUI

/// A session that runs: the disc, the words, and a way out of it at every moment. The way back pauses it, and then ends it.
struct RunningScreen: View {
    @Environment(Shell.self) private var shell
    @Environment(\.dynamicTypeSize) private var typeSize
    @Environment(\.accessibilityReduceMotion) private var isStill
    @State private var model: RunningModel

    init(_ model: RunningModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(model.asked.record?.card.title ?? words("relax"), close: close) {
            Shown(model.asked) { answer in
                if model.standing == .grounded { grounding(answer.card) } else { running(answer) }
                foot
            }
        } footer: {
            if model.standing != nil { footer }
        }
        .accessibilityAction(.magicTap) { pauseOrGoOn() }
        .toolbar(.hidden, for: .tabBar)
        .task(id: model.standing == .runs) { await follow() }
        .onChange(of: model.line) { _, line in tell(line) }
        .onDisappear { model.disappear() }
    }

    private var close: BarButton { BarButton(icon: .close, label: words("close")) { Task { await model.back() } } }

    /// On the second: that is where all cues are.
    private func follow() async {
        while model.standing == .runs {
            do { try await Task.sleep(for: .milliseconds(1_000 - model.elapsedMs % 1_000)) } catch { return }
            await model.tick()
        }
    }

    /// A breath is not read each time: the person would hear nothing else.
    private func tell(_ line: Line?) {
        guard let line else { return }
        announce(line.said.isEmpty ? line.act : line.said)
    }

    // MARK: What is said

    @ViewBuilder private func running(_ answer: RunningModel.Answer) -> some View {
        TimelineView(.animation(minimumInterval: isStill ? 1 : nil, paused: model.standing != .runs)) { _ in
            let disc = model.disc
            BreathingDisc(share: disc.share, count: disc.seconds.map { "\($0)" })
        }
        .frame(maxWidth: .infinity)
        .padding(.top, 24)
        VStack(spacing: 8) {
            if !big.isEmpty { Text(big).inline(.title) }
            if !small.isEmpty { Text(small).inline(.reading, .ink2) }
        }
        .multilineTextAlignment(.center)
        .frame(maxWidth: .infinity)
        .padding(.top, 32)
        if isBeginning { Prose(blocks: answer.card.before, look: .small).padding(.top, 16) }
        if case .veryTense(let card, let title) = model.standing {
            Button(title) { shell.stack.push(.help(.card(id: card))) }.buttonStyle(SecondaryButton()).padding(.top, 16)
        }
    }

    private var big: String {
        switch model.standing {
        case .runs: model.line?.breath.map { words($0.word, in: $0.table) } ?? model.line?.act ?? ""
        case .paused: words("paused", in: .relaxation)
        case .cutShort, .grounded, .veryTense, nil: ""
        }
    }

    private var small: String {
        switch model.standing {
        case .runs: model.line?.said ?? ""
        case .cutShort: words("had_left", in: .relaxation, spanLeft(model.leftMs))
        case .veryTense: words("a_lot_of_tension", in: .relaxation)
        case .paused, .grounded, nil: ""
        }
    }

    /// What is read before the first cue, of the three minutes: nobody chose them on a page that says it.
    private var isBeginning: Bool { model.chosen.length == .calm && model.line?.isFirstBlock ?? false }

    @ViewBuilder private func grounding(_ card: RelaxationCard) -> some View {
        Text(words("come_back", in: .relaxation)).style(.title).heading().padding(.top, 16)
        Prose(blocks: card.grounding).padding(.top, 16)
    }

    // MARK: How far it is

    private var foot: some View {
        VStack(alignment: .leading, spacing: 8) {
            if typeSize.isAccessibilitySize {
                length
                left
            } else {
                HStack(spacing: 12) {
                    length
                    left
                }
            }
            ProgressLine(done: Int(model.lengthMs - model.leftMs), of: Int(model.lengthMs))
            Text(words("screen_dark", in: .relaxation)).inline(.caption).frame(maxWidth: .infinity)
        }
        .padding(.top, 24)
    }

    private var length: some View { Text(words("minutes", model.chosen.length.rawValue)).style(.small) }

    private var left: some View {
        Text(words("time_left", in: .relaxation, spanLeft(model.leftMs))).inline(.smallMedium).monospacedDigit()
            .accessibilityAddTraits(.updatesFrequently)
    }

    // MARK: What can be done

    private var footer: some View {
        FooterBar {
            if typeSize.isAccessibilitySize {
                goOrPause
                end
            } else {
                HStack(spacing: 12) {
                    goOrPause
                    end
                }
            }
            if model.standing != .grounded {
                Button(words("too_much", in: .relaxation)) { model.ground() }
                    .buttonStyle(QuietButton())
                    .frame(maxWidth: .infinity)
            }
        }
    }

    private func pauseOrGoOn() { if model.standing == .runs { model.pause() } else { model.goOn() } }

    private var goOrPause: some View {
        let runs = model.standing == .runs
        return Button(action: pauseOrGoOn) {
            HStack(spacing: 8) {
                IconView(runs ? .pause : .play, size: 20)
                Text(words(runs ? "pause" : "go_on"))
            }
        }
        .buttonStyle(SecondaryButton())
    }

    private var end: some View {
        let isGrounded = model.standing == .grounded
        return Button(words(isGrounded ? "end_here" : "end_now", in: .relaxation)) {
            Task { isGrounded ? await model.leave() : await model.end() }
        }
        .buttonStyle(QuietButton())
        .frame(maxWidth: .infinity)
    }
}

extension CueKind {
    /// For a breath that the script leaves to the disc.
    fileprivate var word: String {
        switch self {
        case .in: "breathe_in"
        case .out: "breathe_out"
        case .hold: "hold"
        default: "rest"
        }
    }

    fileprivate var table: WordTable { self == .rest ? .relaxation : .common }
}
