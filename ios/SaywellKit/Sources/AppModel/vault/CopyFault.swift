import Foundation
import Saywell

/// Why a copy could not be saved or brought back. What is kept is as it was. The words are in AppUI.
public enum CopyFault: Error, CaseIterable, Sendable {
    /// The two passwords are not the same.
    case passwordsDiffer
    case passwordShort
    /// The phone has no room to make the copy.
    case fullHere
    case notMade
    /// The place that was picked has no room.
    case noRoom
    /// It could not be saved in that place.
    case notThere
    /// That place did not keep all of it.
    case notWhole
    /// The file that was picked cannot be read.
    case unread
    case tooBig
    case wrongPassword
    /// It is no copy, or not a whole one.
    case damaged
    case newer
    /// The phone has no room to bring it back.
    case bringFull
    case bringNot
    /// There is nothing to undo any more.
    case undoGone

    /// Why the engine did not make a copy.
    init(sealing why: any Error) {
        self =
            switch why as? SaywellError {
            case .Invalid: .passwordShort
            case .NoSpace: .fullHere
            default: .notMade
            }
    }

    /// Why the file that was picked is not here.
    init(fetching why: any Error) {
        self =
            switch why as? DocumentFault {
            case .tooBig: .tooBig
            case .full: .bringFull
            case .notWritten: .bringNot
            case .unread, nil: .unread
            }
    }

    /// Why the engine did not bring a copy back.
    init(bringing why: any Error) {
        self =
            switch why as? SaywellError {
            case .Invalid: .wrongPassword
            case .Damaged: .damaged
            case .NewerVersion: .newer
            case .NoSpace: .bringFull
            default: why as? CopyFault ?? .bringNot
            }
    }
}

extension String {
    /// What is typed as a password: UTF-8 in NFC, so that every keyboard gives the same bytes. Who takes it overwrites it; the string
    /// itself nobody can.
    var passwordBytes: Data { Data(precomposedStringWithCanonicalMapping.utf8) }
}

extension Data {
    /// Fills it with zeros, where nobody else holds it.
    mutating func erase() { resetBytes(in: startIndex..<endIndex) }
}
