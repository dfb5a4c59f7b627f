import Foundation

// A file from another app.

extension Shell {
    public func handIn(_ file: URL) { handedIn = file }

    /// To the page that looks at it.
    public func goToHandedIn() {
        guard handedIn != nil, stack.path.last != .pack(.add) else { return }
        stack.push(.pack(.add))
    }

    func takeHandedIn() -> URL? {
        defer { handedIn = nil }
        return handedIn
    }

    func dropHandedIn() {
        handedIn = nil
        ports.documents.tidy()
    }
}
