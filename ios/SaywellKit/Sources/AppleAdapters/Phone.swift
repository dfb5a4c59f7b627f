import AppModel
import Foundation

/// The shell on a phone.
@MainActor public enum Phone {
    public static func shell() throws -> Shell {
        let time = PhoneTime()
        let ports = Ports(
            time: time, chance: SystemChance(), voice: SystemVoice(), sound: FileSound(), notices: SystemNotices())
        return Shell(vault: Vault(folder: try vaultFolder(), secret: KeychainSecret(), time: time), ports: ports)
    }

    /// The folder of the vault: in no backup, and closed until the phone was unlocked once since it was switched on. Not closed
    /// whenever it is locked: the database is open then, and would fail.
    private static func vaultFolder() throws -> URL {
        var folder = try FileManager.default
            .url(for: .applicationSupportDirectory, in: .userDomainMask, appropriateFor: nil, create: true)
            .appendingPathComponent("vault", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: protection)
        var values = URLResourceValues()
        values.isExcludedFromBackup = true
        try folder.setResourceValues(values)
        return folder
    }

    #if os(iOS)
        private static let protection: [FileAttributeKey: Any] = [
            .protectionKey: FileProtectionType.completeUntilFirstUserAuthentication
        ]
    #else
        private static let protection: [FileAttributeKey: Any] = [:]
    #endif
}
