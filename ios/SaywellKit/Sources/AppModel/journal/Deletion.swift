/// The question before something is deleted: it is on the page, through the death of the process.
@MainActor
struct Deletion {
    static let asked = "delete"

    let shell: Shell
    let route: Route

    var isAsked: Bool {
        get { shell.stack[kept: route, Self.asked] != nil }
        nonmutating set { shell.stack[kept: route, Self.asked] = newValue ? "1" : nil }
    }
}
