import Foundation
import Testing

@testable import AppUI

/// Our sentences and Android's: the same keys, and the same meaning.
@Suite struct WordsTests {
    private static let android = Tree.android.appendingPathComponent("values")

    @Test func everyTableSaysWhatAndroidSays() throws {
        let ours = try tables()
        let theirs = try Self.androidTables()
        #expect(theirs.count > 8)
        #expect(Set(theirs.keys) == Set(ours.keys))
        for (table, sentences) in theirs {
            let ours = try #require(ours[table])
            for (key, said) in sentences where !notNeeded(in: table).contains(key) {
                #expect(ours[key]?.forms == said, "\(table): \(key)")
            }
            for (key, sentence) in ours where sentences[key] == nil {
                #expect(sentence.isOnlyHere, "\(table): \(key) is not Android's, and does not say why")
            }
        }
    }

    @Test func manyAndOneAreTold() {
        #expect(words("minutes", 1) == "1 minute")
        #expect(words("minutes", 4) == "4 minutes")
        #expect(words("step_of", 2, 6) == "2 of 6")
        #expect(words("chapter_parts", in: .lesson, 1, words("parts", in: .lesson, 3)) == "Chapter 1 · 3 parts")
    }

    /// Keys of Android's that have no use here, one a line, in `words/<table>.txt`.
    private func notNeeded(in table: String) -> Set<String> {
        let file = Tree.kit.appendingPathComponent("Tests/AppUITests/words/\(table).txt")
        let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
        return Set(lines.map(String.init))
    }

    private struct Sentence {
        let forms: [String: String]
        /// Its comment begins with `iOS only`, and goes on with why.
        let isOnlyHere: Bool
    }

    private func tables() throws -> [String: [String: Sentence]] {
        let folder = Tree.resources.appendingPathComponent("words")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.reduce(into: [:]) { all, file in
            let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
            let strings = json?["strings"] as? [String: [String: Any]] ?? [:]
            all[file.deletingPathExtension().lastPathComponent] = strings.mapValues(Self.sentence)
        }
    }

    private static func sentence(_ entry: [String: Any]) -> Sentence {
        let localizations = entry["localizations"] as? [String: [String: Any]]
        let english = localizations?["en"] ?? [:]
        func value(_ form: Any?) -> String? { ((form as? [String: Any])?["stringUnit"] as? [String: String])?["value"] }
        let plural = (english["variations"] as? [String: [String: Any]])?["plural"] ?? [:]
        let forms = plural.isEmpty ? ["other": value(english) ?? ""] : plural.compactMapValues(value)
        return Sentence(forms: forms, isOnlyHere: (entry["comment"] as? String)?.hasPrefix("iOS only") ?? false)
    }

    private static func androidTables() throws -> [String: [String: [String: String]]] {
        let files = try FileManager.default.contentsOfDirectory(at: android, includingPropertiesForKeys: nil)
        return try files.reduce(into: [:]) { all, file in
            let name = file.deletingPathExtension().lastPathComponent
            guard name.hasPrefix("strings") else { return }
            let table = name == "strings" ? "Localizable" : name.dropFirst("strings_".count).capitalized
            all[table] = sentences(try String(contentsOf: file, encoding: .utf8))
        }
    }

    private static func sentences(_ xml: String) -> [String: [String: String]] {
        var all: [String: [String: String]] = [:]
        for match in xml.matches(of: /<string name="(\w+)"([^>]*)>([^<]*)<\/string>/)
        where !match.2.contains("translatable") || match.1 == "app_name" {
            all[String(match.1)] = ["other": meaning(match.3)]
        }
        for match in xml.matches(of: /<plurals name="(\w+)">(.*?)<\/plurals>/.dotMatchesNewlines()) {
            let items = match.2.matches(of: /<item quantity="(\w+)">([^<]*)<\/item>/)
            all[String(match.1)] = Dictionary(uniqueKeysWithValues: items.map { (String($0.1), meaning($0.2)) })
        }
        return all
    }

    /// In the notation of a String Catalog.
    private static func meaning(_ text: Substring) -> String {
        var text = String(text)
        for (theirs, ours) in [("\\'", "'"), ("\\n", "\n"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
            text = text.replacingOccurrences(of: theirs, with: ours)
        }
        return text.replacing(/%(\d\$)?([ds])/) { "%\($0.1 ?? "")\($0.2 == "d" ? "lld" : "@")" }
    }
}
