@_exported import Foundation

public typealias CFString = String
public typealias CFTypeRef = AnyObject
public typealias CFDictionary = [String: Any]
public typealias OSStatus = Int32
public let kSecClass = String("class"), kSecClassGenericPassword = String("genp"), kSecAttrService = String("svce"), kSecAttrAccount = String("acct"), kSecReturnData = String("r_Data"), kSecMatchLimit = String("m_Limit"), kSecMatchLimitOne = String("m_LimitOne"), kSecValueData = String("v_Data"), kSecAttrAccessible = String("pdmn"), kSecAttrAccessibleWhenUnlockedThisDeviceOnly = String("aku"), kSecAttrSynchronizable = String("sync")
public let errSecSuccess: OSStatus = 0, errSecItemNotFound: OSStatus = -25300
public struct SecRandomRef: Sendable {}
public let kSecRandomDefault: SecRandomRef? = nil
public func SecItemCopyMatching(_ q: CFDictionary, _ r: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus { errSecItemNotFound }
@discardableResult public func SecItemAdd(_ q: CFDictionary, _ r: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus { errSecSuccess }
@discardableResult public func SecItemDelete(_ q: CFDictionary) -> OSStatus { errSecSuccess }
public func SecRandomCopyBytes(_ r: SecRandomRef?, _ count: Int, _ bytes: UnsafeMutableRawPointer) -> Int32 { errSecSuccess }
