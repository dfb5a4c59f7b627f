import Foundation

/// A sentence of a String Catalog in the person's language, with its parts put in.
///
/// - Parameter key: one that the table has; a test holds every page to that.
public func localized(_ key: String, table: String, bundle: Bundle, _ parts: [any CVarArg]) -> String {
    let form = bundle.localizedString(forKey: key, value: nil, table: table)
    return parts.isEmpty ? form : String(format: form, locale: .current, arguments: parts)
}
