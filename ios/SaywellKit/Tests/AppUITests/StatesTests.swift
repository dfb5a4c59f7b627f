import Fakes
import Foundation
import Saywell
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

/// Each page, and each state of one that has several. A new route or a new state does not compile here before it has a name, and
/// under that name its rendering.
@MainActor @Suite struct StatesTests {
    private let phone = TestPhone()

    // MARK: Routes

    @Test(arguments: PageName.allCases)
    func everyRouteHasItsPage(_ page: PageName) async throws {
        let route = try await route(to: page)
        #expect(PageName(route) == page)
        let hand = await Hand(phone, at: .home, route)
        // Quick calm begins at once: its page gives way to the session.
        #expect(hand.routes.count == 1 && (hand.routes == [route] || page == .quickCalm))
        #expect(faults(hand.tree) == [])
        #expect(hand.tree.words.count > 2)
        for key in ["problem_gone", "problem_ours", "problem_not_saved"] { #expect(!hand.sees(words(key)), "\(key)") }
        await hand.set(\.dynamicTypeSize, .accessibility5)
        await hand.set(\._accessibilityReduceMotion, true)
        await hand.set(\._accessibilityVoiceOverEnabled, true)
        #expect(faults(hand.tree) == [])
        await hand.die()
        #expect(hand.routes.count == 1)
        #expect(faults(hand.tree) == [])
        await pressEach(of: page, hand)
    }

    /// Each button that the page begins with, one after the other; what is below the bottom bar has a test of its own.
    private func pressEach(of page: PageName, _ hand: Hand) async {
        let (stack, places) = (hand.shell.stack, Set(Place.allCases.map { words($0.rawValue) }))
        #expect(hand.buttons.contains(words("exit")))
        for button in Set(hand.buttons).subtracting(places).sorted() {
            if hand.shell.isQuiet { await hand.leaveAndReturn() }
            hand.shell.isWelcomed = true
            hand.shell.stack = stack
            await hand.wait(.zero)
            // An earlier one may have done away with it.
            guard hand.buttons.contains(button) else { continue }
            await hand.tap(button)
            #expect(faults(hand.tree) == [], "\(page): \(button)")
            #expect(!hand.sees(words("problem_ours")), "\(page): \(button)")
        }
    }

    private func route(to page: PageName) async throws -> Route {
        switch page {
        case .chapter: .lesson(.chapter(id: "chapter/talk-it-through"))
        case .unit: .lesson(.unit(id: "lesson/start-here"))
        case .unitEnd: .lesson(.unitEnd(unit: "lesson/start-here", card: try await phone.readAll("lesson/start-here").card.id))
        case .sources:
            .lesson(
                .sources(
                    claims: try await phone.before { saywell, now in try saywell.help().claims(now: now).prefix(2).map(\.claim.id)
                    }))
        case .search: .lesson(.search)
        case .quizzes: .quiz(.quizzes)
        case .quiz: .quiz(.quiz(id: firstQuiz))
        case .question: .quiz(.question(attempt: try await phone.play { $0.number == 2 }.attempt))
        case .result: .quiz(.result(attempt: try await phone.playAll().attempt.id))
        case .review: .review
        case .scenario: .scenario(.scenario(id: newStart, together: false))
        case .talk: .scenario(.talk(run: try await phone.rehearsed("run", pick: first(1)).run))
        case .card: .scenario(.card(run: try await phone.rehearsed("run", pick: first(1)).run))
        case .debrief: .scenario(.debrief(run: try await phone.rehearsed("run", pick: first(60)).run))
        case .tries: .scenario(.tries(run: try await tries()))
        case .together: .scenario(.together(id: try await phone.together("pair", at: .talk).id))
        case .quickCalm: .relaxation(.quickCalm)
        case .relaxation: .relaxation(.relaxation(id: slowBreath))
        case .running: .relaxation(.running(ChosenRelaxation(id: "one", script: slowBreath, length: .five)))
        case .after: .relaxation(.after(ChosenRelaxation(id: "one", script: slowBreath, length: .five), elapsedMs: 200_000))
        case .session: .relaxation(.session(id: try await session()))
        case .log: .relaxation(.log)
        case .dayBegins: .relaxation(.dayBegins)
        case .reminders: .reminder(.reminders)
        case .reminder: .reminder(.reminder(id: "one"))
        case .quietHours: .reminder(.quietHours)
        case .mostADay: .reminder(.mostADay)
        case .heldBack: .reminder(.heldBack)
        case .notes: .journal(.notes)
        case .note: .journal(.note(id: "one"))
        case .newPlan: .journal(.newPlan)
        case .plan: .journal(.plan(id: "one"))
        case .share: .journal(.share(plan: try await plan()))
        case .help: .help(.help)
        case .helpCard: .help(.card(id: "help/pep"))
        case .pep: .help(.pep)
        case .terms: .help(.terms)
        case .term: .help(.term(id: try await phone.before { saywell, _ in try saywell.help().glossary()[0].id }))
        case .resources: .help(.resources)
        case .claims: .help(.claims)
        case .settings: .settings(.settings)
        case .keep: .settings(.keep)
        case .deleteToday: .settings(.deleteToday)
        case .deleteAll: .settings(.deleteAll)
        case .light: .settings(.light)
        case .check: .settings(.check)
        case .backUp: .settings(.backUp)
        case .bringBack: .settings(.bringBack)
        case .about: .settings(.about)
        case .pin: .settings(.pin)
        case .pinTask: .settings(.pinTask(.set))
        case .pinPad: .settings(.pinPad(.set))
        case .pinEnd: .settings(.pinEnd(.set, done: true))
        case .packs: .pack(.packs)
        case .pack: .pack(.pack(id: "pack/none"))
        case .addPack: .pack(.add)
        }
    }

    private func tries() async throws -> String {
        try await phone.twoTries("run")
        return "run"
    }

    private func session() async throws -> String {
        try await phone.practise("one", daysAgo: 1, minutes: 5)
        return "one"
    }

    private func plan() async throws -> String {
        try await phone.before { saywell, now in
            let fields = PlanFields(time: "Sunday", place: "", opening: "", offer: "", exit: "")
            return try saywell.journal().writePlan(id: "one", fields: fields, now: now).id
        }
    }

    // MARK: States

    @Test(arguments: PageState.allCases)
    func everyStateIsRendered(_ state: PageState) async throws {
        let shell = await phone.opened()
        let (view, name) = try await page(in: state, shell)
        #expect(name == state)
        let host = Host(AnyView(view).environment(shell))
        let tree = host.look()
        #expect(faults(tree) == [])
        #expect(!tree.words.isEmpty)
        for press in tree.all.compactMap({ $0.actions["tap"] }) {
            press()
            #expect(faults(host.look()) == [])
        }
        host.die()
    }

    /// A page in this state, and what the state calls itself.
    private func page(in state: PageState, _ shell: Shell) async throws -> (any View, PageState) {
        let here = try await shell.ask { saywell, _ in try saywell.vault().contents() }
        let inCopy = Preview(made: phone.time.now(), contents: here)
        switch state {
        case .backUpTyping: return backUp(shell, .typing)
        case .backUpSealing: return backUp(shell, .sealing)
        case .backUpSealed: return backUp(shell, .sealed(here))
        case .backUpChecking: return backUp(shell, .checking)
        case .backUpSaved: return backUp(shell, .saved(here, isChecked: true))
        case .backUpUnchecked: return backUp(shell, .saved(here, isChecked: false))
        case .bringFirst: return bringBack(shell, .first)
        case .bringTyping: return bringBack(shell, .typing)
        case .bringOpening: return bringBack(shell, .opening)
        case .bringLook: return bringBack(shell, .look(inCopy, here: here))
        case .bringBringing: return bringBack(shell, .bringing)
        case .bringBack: return bringBack(shell, .back(canUndo: true))
        case .bringForGood: return bringBack(shell, .back(canUndo: false))
        case .bringUndone: return bringBack(shell, .undone)
        case .repairAsks: return repair(shell, .asks)
        case .repairWorks: return repair(shell, .works)
        case .repairUnharmed: return repair(shell, .done(Repaired(from: .unharmed, setAside: false)))
        case .repairCopy: return repair(shell, .done(Repaired(from: .copy(day: nil), setAside: true)))
        case .repairCopyOfDay: return repair(shell, .done(Repaired(from: .copy(day: phone.time.now().wall.day), setAside: true)))
        case .repairSalvaged:
            return repair(shell, .done(Repaired(from: .salvaged(rows: 3, dropped: 1, lostTables: 0), setAside: true)))
        case .repairEmpty: return repair(shell, .done(Repaired(from: .empty, setAside: true)))
        case .repairNothing: return repair(shell, .nothing)
        case .repairFull: return repair(shell, .refused(.NoSpace))
        case .repairRefused: return repair(shell, .refused(.Storage(code: 1)))
        case .stuckDamaged: return stuck(.Damaged)
        case .stuckKeyLost: return stuck(.KeyLost)
        case .stuckNewer: return stuck(.NewerVersion)
        case .stuckFull: return stuck(.NoSpace)
        case .stuckOther: return stuck(.Storage(code: 1))
        case .addFirst: return addPack(shell, .first)
        case .addReading: return addPack(shell, .reading)
        case .addNewer: return addPack(shell, .look(preview(.newer(than: 1))))
        case .addBeside: return addPack(shell, .look(preview(.beside)))
        case .addSame: return addPack(shell, .look(preview(.same)))
        case .addAdding: return addPack(shell, .adding)
        case .addAdded: return addPack(shell, .added)
        case .faultUnread: return fault(.unread)
        case .faultFull: return fault(.full)
        case .faultFailed: return fault(.failed)
        case .faultNotAPack: return fault(.refused(.notAPack))
        case .faultCutOff: return fault(.refused(.cutOff))
        case .faultChanged: return fault(.refused(.changed))
        case .faultTooLarge: return fault(.refused(.tooLarge))
        case .faultUnknownSigner: return fault(.refused(.unknownSigner))
        case .faultNewerApp: return fault(.refused(.newerApp))
        case .faultMalformed: return fault(.refused(.malformed(what: "each id is used once")))
        case .faultOlder: return fault(.refused(.older(newest: 3)))
        case .faultTaken: return fault(.refused(.taken(id: "lesson/walk")))
        case .packShown: return pack(.shown)
        case .packOutdated: return pack(.outdated)
        case .packOtherLanguage: return pack(.otherLanguage)
        case .packUntrusted: return pack(.untrusted)
        case .packMissing: return pack(.missing)
        case .packUnreadable: return pack(.unreadable)
        case .packClashes: return pack(.clashes(id: "lesson/walk"))
        case .doorUnseen, .doorAsks, .doorStuck, .doorOpen, .doorWithout: return try await door(state)
        }
    }

    private func backUp(_ shell: Shell, _ step: BackUpModel.Step) -> (any View, PageState) {
        let model = BackUpModel(shell)
        model.step = step
        return (BackUpScreen(model), PageState(step))
    }

    private func bringBack(_ shell: Shell, _ step: BringBackModel.Step) -> (any View, PageState) {
        let model = BringBackModel(shell)
        model.step = step
        return (BringBackScreen(model), PageState(step))
    }

    private func repair(_ shell: Shell, _ step: RepairModel.Step) -> (any View, PageState) {
        let model = RepairModel(shell)
        model.step = step
        return (RepairScreen(model) {}, PageState(step))
    }

    private func stuck(_ why: SaywellError) -> (any View, PageState) { (StuckScreen(why), PageState(stuck: why)) }

    private func addPack(_ shell: Shell, _ step: AddPackModel.Step) -> (any View, PageState) {
        let model = AddPackModel(shell)
        model.step = step
        return (AddPackScreen(model), PageState(step))
    }

    private func fault(_ fault: PackFault) -> (any View, PageState) { (PackNotice(fault: fault), PageState(fault)) }

    private func pack(_ state: PackState) -> (any View, PageState) {
        (
            VStack {
                Text(state.inAWord); Text(state.inWords)
            }, PageState(state)
        )
    }

    private func preview(_ step: PackStep) -> PackPreview {
        let page = PackPage(
            id: "pack/good", version: 3, title: "A small course", publisher: "The walkers", licence: "CC0-1.0",
            signer: "the desk",
            languages: ["en", "es"], reviews: [], news: [.paragraph(line: [.text(text: "Two new walks.")])])
        let changes = PackChanges(added: ["One"], changed: ["Two", "Three"], gone: step == .beside ? [] : ["Four"])
        return PackPreview(
            page: page, step: step, changes: changes,
            approval: PackApproval(approved: step == .same ? 0 : 1, of: step == .beside ? 0 : 9))
    }

    /// The door is the engine's: each is come to as a person comes to it.
    private func door(_ state: PageState) async throws -> (any View, PageState) {
        let other = TestPhone()
        let shell = other.shell()
        switch state {
        case .doorAsks:
            try await other.setPin("258014")
            await shell.open()
        case .doorStuck, .doorWithout:
            await other.opened().vault.lock()
            other.secret.lose()
            await shell.open()
            if state == .doorWithout { await shell.goWithout() }
        case .doorOpen: await shell.open()
        default:
            return (
                VStack {
                    RootView(shell); Text("Nothing is seen yet.")
                }, PageState(shell.door)
            )
        }
        return (RootView(shell), PageState(shell.door))
    }
}

/// A page that a route leads to.
enum PageName: CaseIterable {
    case chapter, unit, unitEnd, sources, search, quizzes, quiz, question, result, review
    case scenario, talk, card, debrief, tries, together
    case quickCalm, relaxation, running, after, session, log, dayBegins
    case reminders, reminder, quietHours, mostADay, heldBack
    case notes, note, newPlan, plan, share
    case help, helpCard, pep, terms, term, resources, claims
    case settings, keep, deleteToday, deleteAll, light, check, backUp, bringBack, about, pin, pinTask, pinPad, pinEnd
    case packs, pack, addPack

    init(_ route: Route) {
        self =
            switch route {
            case .lesson(.chapter): .chapter
            case .lesson(.unit): .unit
            case .lesson(.unitEnd): .unitEnd
            case .lesson(.sources): .sources
            case .lesson(.search): .search
            case .quiz(.quizzes): .quizzes
            case .quiz(.quiz): .quiz
            case .quiz(.question): .question
            case .quiz(.result): .result
            case .review: .review
            case .scenario(.scenario): .scenario
            case .scenario(.talk): .talk
            case .scenario(.card): .card
            case .scenario(.debrief): .debrief
            case .scenario(.tries): .tries
            case .scenario(.together): .together
            case .relaxation(.quickCalm): .quickCalm
            case .relaxation(.relaxation): .relaxation
            case .relaxation(.running): .running
            case .relaxation(.after): .after
            case .relaxation(.session): .session
            case .relaxation(.log): .log
            case .relaxation(.dayBegins): .dayBegins
            case .reminder(.reminders): .reminders
            case .reminder(.reminder): .reminder
            case .reminder(.quietHours): .quietHours
            case .reminder(.mostADay): .mostADay
            case .reminder(.heldBack): .heldBack
            case .journal(.notes): .notes
            case .journal(.note): .note
            case .journal(.newPlan): .newPlan
            case .journal(.plan): .plan
            case .journal(.share): .share
            case .help(.help): .help
            case .help(.card): .helpCard
            case .help(.pep): .pep
            case .help(.terms): .terms
            case .help(.term): .term
            case .help(.resources): .resources
            case .help(.claims): .claims
            case .settings(.settings): .settings
            case .settings(.keep): .keep
            case .settings(.deleteToday): .deleteToday
            case .settings(.deleteAll): .deleteAll
            case .settings(.light): .light
            case .settings(.check): .check
            case .settings(.backUp): .backUp
            case .settings(.bringBack): .bringBack
            case .settings(.about): .about
            case .settings(.pin): .pin
            case .settings(.pinTask): .pinTask
            case .settings(.pinPad): .pinPad
            case .settings(.pinEnd): .pinEnd
            case .pack(.packs): .packs
            case .pack(.pack): .pack
            case .pack(.add): .addPack
            }
    }
}

/// A state that a page can be in, beside what the engine shows and a problem, which are the same for all (`ShownTests`). The kinds of cards, of items
/// and of stages have tests of their own beside their screens.
enum PageState: CaseIterable {
    case backUpTyping, backUpSealing, backUpSealed, backUpChecking, backUpSaved, backUpUnchecked
    case bringFirst, bringTyping, bringOpening, bringLook, bringBringing, bringBack, bringForGood, bringUndone
    case repairAsks, repairWorks, repairUnharmed, repairCopy, repairCopyOfDay, repairSalvaged, repairEmpty, repairNothing
    case repairFull, repairRefused
    case stuckDamaged, stuckKeyLost, stuckNewer, stuckFull, stuckOther
    case addFirst, addReading, addNewer, addBeside, addSame, addAdding, addAdded
    case faultUnread, faultFull, faultFailed, faultNotAPack, faultCutOff, faultChanged, faultTooLarge, faultUnknownSigner
    case faultNewerApp, faultMalformed, faultOlder, faultTaken
    case packShown, packOutdated, packOtherLanguage, packUntrusted, packMissing, packUnreadable, packClashes
    case doorUnseen, doorAsks, doorStuck, doorOpen, doorWithout

    init(_ step: BackUpModel.Step) {
        self =
            switch step {
            case .typing: .backUpTyping
            case .sealing: .backUpSealing
            case .sealed: .backUpSealed
            case .checking: .backUpChecking
            case .saved(_, let isChecked): isChecked ? .backUpSaved : .backUpUnchecked
            }
    }

    init(_ step: BringBackModel.Step) {
        self =
            switch step {
            case .first: .bringFirst
            case .typing: .bringTyping
            case .opening: .bringOpening
            case .look: .bringLook
            case .bringing: .bringBringing
            case .back(let canUndo): canUndo ? .bringBack : .bringForGood
            case .undone: .bringUndone
            }
    }

    init(_ step: RepairModel.Step) {
        self =
            switch step {
            case .asks: .repairAsks
            case .works: .repairWorks
            case .nothing: .repairNothing
            case .refused(let why): why == .NoSpace ? .repairFull : .repairRefused
            case .done(let repaired):
                switch repaired.from {
                case .unharmed: .repairUnharmed
                case .copy(let day): day == nil ? .repairCopy : .repairCopyOfDay
                case .salvaged: .repairSalvaged
                case .empty: .repairEmpty
                }
            }
    }

    init(stuck why: SaywellError) {
        self =
            switch why {
            case .Damaged: .stuckDamaged
            case .KeyLost: .stuckKeyLost
            case .NewerVersion: .stuckNewer
            case .NoSpace: .stuckFull
            case .NotFound, .OutOfDate, .Invalid, .WrongPin, .PackRefused, .Storage, .Unexpected: .stuckOther
            }
    }

    init(_ step: AddPackModel.Step) {
        self =
            switch step {
            case .first: .addFirst
            case .reading: .addReading
            case .adding: .addAdding
            case .added: .addAdded
            case .look(let preview):
                switch preview.step {
                case .newer: .addNewer
                case .beside: .addBeside
                case .same: .addSame
                }
            }
    }

    init(_ fault: PackFault) {
        self =
            switch fault {
            case .unread: .faultUnread
            case .full: .faultFull
            case .failed: .faultFailed
            case .refused(let why):
                switch why {
                case .notAPack: .faultNotAPack
                case .cutOff: .faultCutOff
                case .changed: .faultChanged
                case .tooLarge: .faultTooLarge
                case .unknownSigner: .faultUnknownSigner
                case .newerApp: .faultNewerApp
                case .malformed: .faultMalformed
                case .older: .faultOlder
                case .taken: .faultTaken
                }
            }
    }

    init(_ state: PackState) {
        self =
            switch state {
            case .shown: .packShown
            case .outdated: .packOutdated
            case .otherLanguage: .packOtherLanguage
            case .untrusted: .packUntrusted
            case .missing: .packMissing
            case .unreadable: .packUnreadable
            case .clashes: .packClashes
            }
    }

    init(_ door: VaultDoor) {
        self =
            switch door {
            case .unseen: .doorUnseen
            case .asks: .doorAsks
            case .stuck: .doorStuck
            case .open: .doorOpen
            case .without: .doorWithout
            }
    }
}
