import AppModel
import Foundation
import UniformTypeIdentifiers

/// Files from the system's own pages. The coordinator brings one here that is far away, and lets nobody change it meanwhile.
public struct PickedDocuments: Documents {
    public init() {}

    public func reach<Answer>(_ file: URL, _ work: (URL) throws -> Answer) throws -> Answer {
        let isLent = file.startAccessingSecurityScopedResource()
        defer { if isLent { file.stopAccessingSecurityScopedResource() } }
        var fault: NSError?
        var result: Result<Answer, any Error>?
        NSFileCoordinator().coordinate(readingItemAt: file, options: [], error: &fault) { there in
            result = Result { try work(there) }
        }
        guard let result else { throw fault ?? CocoaError(.fileReadUnknown) as any Error }
        return try result.get()
    }

    /// Files that come by AirDrop or from a mail are laid there; others stay where they are.
    public func tidy() {
        try? FileManager.default.removeItem(at: URL(fileURLWithPath: NSHomeDirectory()).appendingPathComponent("Documents/Inbox"))
    }
}
