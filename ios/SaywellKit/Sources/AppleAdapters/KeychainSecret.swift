// The only place with Apple's frameworks, apart from the screens: one adapter for each port.

import AppModel
import Foundation
import Security

/// The secret lies in the keychain of this phone, while it is unlocked: no backup and no other device has it. Not tied to the passcode:
/// the system would delete it with the passcode, and the person's notes with it.
public struct KeychainSecret: Secret {
    /// What the keychain said, and what it was asked to do.
    public struct Refused: Error {
        public let status: OSStatus
    }

    public init() {}

    public func read() throws -> Data? {
        var query = item
        query[kSecReturnData as String] = true
        query[kSecMatchLimit as String] = kSecMatchLimitOne
        var found: CFTypeRef?
        switch SecItemCopyMatching(query as CFDictionary, &found) {
        case errSecSuccess: return found as? Data
        case errSecItemNotFound: return nil
        case let status: throw Refused(status: status)
        }
    }

    public func make() throws -> Data {
        var key = Data(count: 32)
        let status = key.withUnsafeMutableBytes { bytes in
            bytes.baseAddress.map { SecRandomCopyBytes(kSecRandomDefault, bytes.count, $0) } ?? -1
        }
        guard status == errSecSuccess else { throw Refused(status: status) }
        try put(key)
        return key
    }

    public func erase() throws {
        let status = SecItemDelete(item as CFDictionary)
        guard status == errSecSuccess || status == errSecItemNotFound else { throw Refused(status: status) }
    }

    private func put(_ key: Data) throws {
        // One that outlived an app that was deleted.
        SecItemDelete(item as CFDictionary)
        var new = item
        new[kSecValueData as String] = key
        new[kSecAttrAccessible as String] = kSecAttrAccessibleWhenUnlockedThisDeviceOnly
        let status = SecItemAdd(new as CFDictionary, nil)
        guard status == errSecSuccess else { throw Refused(status: status) }
    }

    private var item: [String: Any] {
        [
            kSecClass as String: kSecClassGenericPassword, kSecAttrService as String: "vault",
            kSecAttrAccount as String: "secret", kSecAttrSynchronizable as String: false,
        ]
    }
}
