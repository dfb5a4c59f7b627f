import Saywell

/// Why a course that came as a file was not added. Nothing was changed. The words are in AppUI.
public enum PackFault: Equatable, Sendable {
    case refused(PackRefusal)
    /// The file cannot be read now.
    case unread
    /// The phone has no room for it.
    case full
    case failed

    init(_ why: any Error) {
        self =
            switch why {
            case SaywellError.PackRefused(let why): .refused(why)
            case SaywellError.NoSpace, DocumentFault.full: .full
            case DocumentFault.tooBig: .refused(.tooLarge)
            case DocumentFault.unread: .unread
            default: .failed
            }
    }
}
