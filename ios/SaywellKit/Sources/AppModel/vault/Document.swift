import Foundation

/// Why a file was not brought here.
enum DocumentFault: Error {
    case unread
    case tooBig
    /// The phone has no room for it.
    case full
    case notWritten
}

extension Shell {
    /// Brings a file that the person picked or handed in into one of ours.
    func fetch(_ there: URL, into here: URL, atMost most: Int) async throws(DocumentFault) {
        let documents = ports.documents
        do {
            try await away { try documents.reach(there) { try Document.fetch($0, into: here, atMost: most) } }
        } catch {
            throw error as? DocumentFault ?? .unread
        }
    }
}

/// A file that the person picked in some other app's keeping. It is read as a stream, from the front: some places give a pipe. Slow:
/// never on the main actor, nor on the vault's.
enum Document {
    /// Brings all of it into a file of ours.
    static func fetch(_ there: URL, into here: URL, atMost most: Int) throws(DocumentFault) {
        guard let from = try? FileHandle(forReadingFrom: there) else { throw .unread }
        defer { try? from.close() }
        let files = FileManager.default
        guard files.fileExists(atPath: here.path) || files.createFile(atPath: here.path, contents: nil) else { throw .full }
        guard let to = try? FileHandle(forWritingTo: here) else { throw .notWritten }
        defer { try? to.close() }
        var left = most
        while true {
            guard let part = try? from.read(upToCount: partBytes) ?? Data() else { throw .unread }
            if part.isEmpty { return }
            left -= part.count
            if left < 0 { throw .tooBig }
            do { try to.write(contentsOf: part) } catch { throw error.isOfFullDisk ? .full : .notWritten }
        }
    }

    /// Whether all of `copy` is there; nothing where it cannot be read back.
    static func isWhole(_ there: URL, as copy: URL) -> Bool? {
        guard let here = try? FileHandle(forReadingFrom: copy), let back = try? FileHandle(forReadingFrom: there) else {
            return nil
        }
        defer {
            try? here.close()
            try? back.close()
        }
        while true {
            guard let part = try? here.read(upToCount: partBytes) ?? Data(), let same = try? read(back, part.count) else {
                return nil
            }
            if part != same { return false }
            if part.isEmpty { return true }
        }
    }

    /// As many bytes as these, or all there are; one byte more than none, to see the end.
    private static func read(_ file: FileHandle, _ count: Int) throws -> Data {
        var all = Data()
        while all.count < max(count, 1), let part = try file.read(upToCount: max(count, 1) - all.count), !part.isEmpty {
            all += part
        }
        return all
    }

    private static let partBytes = 64 * 1_024
}

extension Error {
    /// There is no room, as Foundation says it, or the system.
    var isOfFullDisk: Bool {
        let fault = self as NSError
        if fault.domain == NSPOSIXErrorDomain { return fault.code == Int(ENOSPC) }
        if fault.domain == NSCocoaErrorDomain && fault.code == CocoaError.fileWriteOutOfSpace.rawValue { return true }
        return (fault.userInfo[NSUnderlyingErrorKey] as? any Error)?.isOfFullDisk ?? false
    }
}
