// String Catalogs where Xcode does not compile them: the English of the authored file.
import Foundation

public func localized(_ key: String, table: String, bundle: Bundle, _ parts: [any CVarArg]) -> String {
    guard let sentence = tables.table(table, in: bundle)[key] else { fatalError("\(table).xcstrings has no \(key)") }
    let one = parts.first.map { "\($0)" == "1" } ?? false
    let form = (one ? sentence.one : nil) ?? sentence.other
    return parts.isEmpty ? form : String(format: form, arguments: parts.map { ($0 as? String).map { $0 as NSString } ?? $0 })
}

private struct Sentence: Sendable {
    let one: String?
    let other: String
}

private final class Tables: @unchecked Sendable {
    private let lock = NSLock()
    private var read: [String: [String: Sentence]] = [:]

    func table(_ name: String, in bundle: Bundle) -> [String: Sentence] {
        lock.withLock {
            if let table = read[name] { return table }
            guard let url = bundle.url(forResource: name, withExtension: "xcstrings"), let data = try? Data(contentsOf: url),
                let file = try? JSONDecoder().decode(File.self, from: data)
            else { fatalError("no \(name).xcstrings") }
            let table = file.strings.compactMapValues { $0.localizations["en"]?.sentence }
            read[name] = table
            return table
        }
    }
}

private let tables = Tables()

private struct File: Decodable {
    let strings: [String: Entry]
    struct Entry: Decodable { let localizations: [String: Localization] }
    struct Unit: Decodable { let value: String }
    struct Form: Decodable { let stringUnit: Unit }
    struct Variations: Decodable { let plural: [String: Form] }
    struct Localization: Decodable {
        let stringUnit: Unit?
        let variations: Variations?
        var sentence: Sentence? {
            if let unit = stringUnit { return Sentence(one: nil, other: unit.value) }
            guard let plural = variations?.plural, let other = plural["other"] else { return nil }
            return Sentence(one: plural["one"]?.stringUnit.value, other: other.stringUnit.value)
        }
    }
}
