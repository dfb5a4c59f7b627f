import Foundation

/// Where the person is: a place of the bottom bar, and the pages that lie over it; the last one is seen.
public struct Stack: Codable, Equatable, Sendable {
    /// The place that is seen.
    public var place = Place.home

    /// The mark of the space whose pages these are; nothing as long as they are nobody's.
    var owner: UInt64?

    /// The mark of no space: where nothing is kept, what is seen is anybody's.
    static let nobody: UInt64 = 0

    private var paths: [Place: [Route]] = [:]
    private var kept: [Route: [String: String]] = [:]
    private var keptBelow: [Place: [String: String]] = [:]

    public init() {}

    /// The pages over a place, the one that is seen last.
    public subscript(place: Place) -> [Route] {
        get { paths[place] ?? [] }
        set {
            paths[place] = newValue
            let all = Set(paths.values.joined())
            kept = kept.filter { all.contains($0.key) }
        }
    }

    /// The pages over the place that is seen.
    public var path: [Route] {
        get { self[place] }
        set { self[place] = newValue }
    }

    public mutating func push(_ route: Route) { path.append(route) }

    /// The page that is seen gives way to another one: Back does not return to it.
    public mutating func replace(_ route: Route) { path = path.dropLast() + [route] }

    public mutating func pop() { path = path.dropLast() }

    /// To a place, as it was left; to its own page if it is the one that is seen.
    public mutating func go(_ place: Place) {
        if place == self.place { path = [] }
        self.place = place
    }

    /// What the page of a route keeps as long as it lies on the stack, through the death of the process: ids and numbers of what is
    /// being chosen. Never a draft, never a secret: the system writes it down.
    public subscript(kept route: Route, name: String) -> String? {
        get { kept[route]?[name] }
        set { if newValue != kept[route]?[name] { kept[route, default: [:]][name] = newValue } }
    }

    /// As for a route, for the page of a place itself.
    public subscript(kept place: Place, name: String) -> String? {
        get { keptBelow[place]?[name] }
        set { keptBelow[place, default: [:]][name] = newValue }
    }

    /// At Home, with nothing of what was there; whose it is stays.
    mutating func beginAnew() {
        let owner = owner
        self = Stack()
        self.owner = owner
    }

    // MARK: Through the death of the process

    /// As the system keeps it.
    public var saved: String {
        (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// What cannot be read, as after an update of the app, is left: the person begins at Home.
    public init(saved: String) {
        self = (try? JSONDecoder().decode(Stack.self, from: Data(saved.utf8))) ?? Stack()
    }
}
