import Fakes
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

/// A person with the app in their hand: the whole app, from its root view, on the real engine and course.
@MainActor final class Hand {
    let phone: TestPhone
    private(set) var shell: Shell
    private(set) var tree = Node("root")
    private var host: Host

    /// The app is opened on these pages, as when the process had died there.
    init(_ phone: TestPhone = TestPhone(), at place: Place = .home, _ routes: Route...) async {
        self.phone = phone
        var stack = Stack()
        stack.place = place
        stack.path = routes
        shell = phone.shell()
        host = Host(RootView(shell), scene: ["scene stack": stack.saved])
        await rest()
    }

    // MARK: What is seen

    func sees(_ words: String) -> Bool { tree.words.contains { $0.contains(words) } || tree.all.contains { $0.label == words } }

    /// What can be pressed now, by what a screen reader calls it.
    var buttons: [String] { tree.all.filter { $0.actions["tap"] != nil }.map(\.label) }

    var routes: [Route] { shell.stack.path }

    /// What the system has written down, for the next process.
    var written: String { host.scene(of: "stack") ?? "" }

    // MARK: What is done

    func tap(_ label: String, _ at: SourceLocation = #_sourceLocation) async {
        guard let tap = tree.all.first(where: { $0.label == label && $0.actions["tap"] != nil })?.actions["tap"] else {
            Issue.record("nothing to press is called \(label) among \(buttons)", sourceLocation: at)
            return
        }
        tap()
        await rest()
    }

    /// Presses what begins with these words, such as a row by its title.
    func tapRow(_ title: String, _ at: SourceLocation = #_sourceLocation) async {
        guard let label = buttons.first(where: { $0.hasPrefix(title) }) else {
            Issue.record("no row is called \(title) among \(buttons)", sourceLocation: at)
            return
        }
        await tap(label, at)
    }

    /// Presses a word of running text.
    func follow(_ word: String, _ at: SourceLocation = #_sourceLocation) async {
        guard let link = tree.all.lazy.compactMap({ $0.actions["link \(word)"] }).first else {
            Issue.record("no word leads anywhere that is \(word)", sourceLocation: at)
            return
        }
        link()
        await rest()
    }

    /// Into the first field, or the one that is called so; to a number with a slider, to a time with a picker.
    func type(_ words: String, into label: String? = nil, _ at: SourceLocation = #_sourceLocation) async {
        guard let type = tree.all.lazy.filter({ label == nil || $0.label == label }).compactMap(\.type).first else {
            Issue.record("there is no field \(label ?? "")", sourceLocation: at)
            return
        }
        type(words)
        await rest()
    }

    /// On the system's page where a file is put or picked; nothing to close it.
    func place(_ file: URL?, _ at: SourceLocation = #_sourceLocation) async {
        guard let page = tree.all.first(where: { $0.kind == "fileExporter" || $0.kind == "fileImporter" }) else {
            Issue.record("there is no page where a file is picked", sourceLocation: at)
            return
        }
        if let file { page.type?(file.path) } else { page.actions["cancel"]?() }
        await rest()
    }

    /// In another app, with this one.
    func open(_ file: URL) async {
        tree.all.first { $0.kind == "onOpenURL" }?.type?(file.path)
        await rest()
    }

    /// A gesture of VoiceOver's on the page that is seen: `escape`, `magicTap`.
    func gesture(_ name: String, _ at: SourceLocation = #_sourceLocation) async {
        guard let act = tree.all.last(where: { $0.actions[name] != nil })?.actions[name] else {
            Issue.record("nothing takes the gesture \(name)", sourceLocation: at)
            return
        }
        act()
        await rest()
    }

    func back() async {
        shell.stack.pop()
        await rest()
    }

    /// Nothing is pressed for so long.
    func wait(_ time: Duration) async {
        try? await Task.sleep(for: time)
        await rest()
    }

    /// To another app and back.
    func leaveAndReturn() async {
        for phase in [ScenePhase.inactive, .background, .active] {
            host.environment.scenePhase = phase
            await rest()
        }
    }

    func phase(_ phase: ScenePhase) async {
        host.environment.scenePhase = phase
        await rest()
    }

    /// The process dies.
    func close() async {
        host.die()
        await shell.vault.lock()
    }

    /// The process dies, and the app is opened again.
    func die() async {
        await close()
        shell = phone.shell()
        host = Host(RootView(shell), scene: host.scene, host.environment)
        await rest()
    }

    /// With other settings of the phone, such as large text.
    func set<Value>(_ path: WritableKeyPath<EnvironmentValues, Value>, _ value: Value) async {
        host.environment[keyPath: path] = value
        await rest()
    }

    /// Until nothing changes any more by itself.
    private func rest() async {
        var before = ""
        var calm = 0
        while calm < 3 {
            host.look()
            tree = host.look()
            let now = tree.dump
            calm = now == before && shell.pending == 0 ? calm + 1 : 0
            before = now
            for _ in 0..<20 { await Task.yield() }
            try? await Task.sleep(for: .milliseconds(1))
        }
    }
}
