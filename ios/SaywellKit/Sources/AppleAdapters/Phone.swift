import AppModel
import Foundation

/// The shell on a phone.
@MainActor public enum Phone {
    public static func shell() -> Shell {
        let time = PhoneTime()
        let ports = Ports(
            time: time, chance: SystemChance(), voice: SystemVoice(), sound: FileSound(), notices: SystemNotices(),
            look: DefaultsLook(), documents: PickedDocuments())
        let folder = URL(fileURLWithPath: NSHomeDirectory(), isDirectory: true)
            .appendingPathComponent("Library/Application Support/vault", isDirectory: true)
        // What the system has picked for the pages, so that the course speaks it too.
        let vault = Vault(
            folder: folder, secret: KeychainSecret(), time: time, languages: Bundle.main.preferredLocalizations,
            guardFolder: guardFolder)
        return Shell(vault: vault, ports: ports)
    }
}

/// The folder of the vault is in no backup, and closed until the phone was unlocked once since it was switched on. Not closed whenever
/// it is locked: the database is open then, and would fail.
private func guardFolder(_ folder: URL) throws {
    var folder = folder
    var values = URLResourceValues()
    values.isExcludedFromBackup = true
    try folder.setResourceValues(values)
    #if os(iOS)
        let protection = FileProtectionType.completeUntilFirstUserAuthentication
        try FileManager.default.setAttributes([.protectionKey: protection], ofItemAtPath: folder.path)
    #endif
}
