import Observation
import Saywell

/// What is picked of the item that a page shows, through the death of the process. A quiz and the looking back share it.
@MainActor
public struct Pick {
    private let shell: Shell
    private let route: Route

    init(_ shell: Shell, on route: Route) {
        self.shell = shell
        self.route = route
    }

    /// The item that is on the page.
    public var item: String? { shell.stack[kept: route, "item"] }

    /// Ids of the options that are picked.
    public var options: [String] {
        (shell.stack[kept: route, "picked"] ?? "").split(separator: "\n").map(String.init)
    }

    /// This item is on the page: of another one nothing is picked.
    func begin(_ item: String) {
        guard item != self.item else { return }
        forget()
        shell.stack[kept: route, "item"] = item
    }

    func pick(_ option: String, of kind: ItemKind) {
        let now = options
        let next = kind != .many ? [option] : now.contains(option) ? now.filter { $0 != option } : now + [option]
        shell.stack[kept: route, "picked"] = next.joined(separator: "\n")
    }

    func forget() {
        shell.stack[kept: route, "item"] = nil
        shell.stack[kept: route, "picked"] = nil
    }
}
