// Kinds of files; and with them what Foundation has about files on a phone, and nowhere else.
@_exported import Foundation

public struct UTType: Hashable, Sendable { public static let data = Self(), item = Self() }

extension URL {
    public func startAccessingSecurityScopedResource() -> Bool { false }
    public func stopAccessingSecurityScopedResource() {}
}

public final class NSFileCoordinator {
    public struct ReadingOptions: OptionSet, Sendable { public let rawValue: UInt; public init(rawValue: UInt) { self.rawValue = rawValue } }
    public init() {}
    public func coordinate(readingItemAt url: URL, options: ReadingOptions = [], error: UnsafeMutablePointer<NSError?>?, byAccessor reader: (URL) -> Void) { reader(url) }
}

public class FileWrapper {
    public struct ReadingOptions: OptionSet, Sendable { public let rawValue: UInt; public init(rawValue: UInt) { self.rawValue = rawValue } }
    let url: URL
    public init(url: URL, options: ReadingOptions = []) throws { self.url = url }
    /// What the system does with it.
    public func _write(to there: URL) throws { try Data(contentsOf: url).write(to: there) }
}
