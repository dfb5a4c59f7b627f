/// A screen that lives: the views' state is kept from one look to the next, tasks begin when their view appears and are cancelled
/// when it is gone, changes are told. What SwiftUI does by itself, a test asks for with `look`.
@MainActor public final class Host {
    /// What the scene keeps through the death of the process, such as `["scene stack": saved]`.
    public private(set) var scene: [String: Any] = [:]
    public var environment: EnvironmentValues

    /// The words that the scene keeps by this name now.
    public func scene(of name: String) -> String? {
        let kept = scene["scene \(name)"]
        return (kept as? _Cell<String>)?.value ?? kept as? String
    }

    private let view: any View
    private var states: [String: Any] = [:]
    private var touched: Set<String> = []
    private var counts: [String: Int] = [:]
    private var running: [String: Task<Void, Never>] = [:]
    private var leaving: [String: @MainActor () -> Void] = [:]
    private var appeared: Set<String> = []
    private var values: [String: Any] = [:]

    public init<V: View>(_ view: V, scene: [String: Any] = [:], _ environment: EnvironmentValues = EnvironmentValues()) {
        self.view = view
        self.scene = scene
        self.environment = environment
    }

    /// The tree as it stands now; begins and ends what has appeared and gone since the last look.
    @discardableResult public func look() -> Node {
        counts = [:]
        touched = []
        var e = environment
        e.host = self
        let tree = Node("root", "", _nodes(of: view, e))
        states = states.filter { touched.contains($0.key) }
        let all = tree.all
        follow(all.filter { $0.kind == "task" })
        change(all.filter { $0.change != nil })
        appear(all.filter { $0.kind == "onAppear" })
        disappear(all.filter { $0.kind == "onDisappear" })
        return tree
    }

    /// The process is killed: nothing goes on, nothing is told.
    public func die() {
        running.values.forEach { $0.cancel() }
        running = [:]
    }

    private func follow(_ tasks: [Node]) {
        let keys = Set(tasks.map(\.key))
        for (key, task) in running where !keys.contains(key) {
            task.cancel()
            running[key] = nil
        }
        for task in tasks where running[task.key] == nil {
            let actions = task.tasks
            running[task.key] = Task { for action in actions { await action() } }
        }
    }

    private func change(_ nodes: [Node]) {
        let before = values
        values = [:]
        for node in nodes { values[node.key] = node.change?(before[node.key]) }
    }

    private func appear(_ nodes: [Node]) {
        for node in nodes where !appeared.contains(node.key) { node.actions["run"]?() }
        appeared = Set(nodes.map(\.key))
    }

    private func disappear(_ nodes: [Node]) {
        let now = Dictionary(nodes.map { ($0.key, $0.actions["run"] ?? {}) }) { first, _ in first }
        for (key, run) in leaving where now[key] == nil { run() }
        leaving = now
    }

    // What views ask.

    func key(_ path: String, _ kind: String) -> String {
        let key = "\(path)/\(kind)"
        counts[key, default: 0] += 1
        return "\(key)#\(counts[key] ?? 0)"
    }

    func keep<V>(_ key: String, _ kept: _Kept<V>) {
        touched.insert(key)
        if key.hasPrefix("scene ") {
            if let cell = scene[key] as? _Cell<V> { kept.cell = cell } else if let value = scene[key] as? V { kept.cell.value = value }
            scene[key] = kept.cell
        } else if let cell = states[key] as? _Cell<V> {
            kept.cell = cell
        } else {
            states[key] = kept.cell
        }
    }
}
