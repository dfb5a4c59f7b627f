import Foundation
import Testing

@testable import AppUI

/// What the sources are held to, and no compiler says.
@Suite struct SourceTests {
    /// Apple's frameworks are in AppleAdapters; screens have SwiftUI and what draws with it. Models run without any.
    private static let mayImport: [(folder: String, Set<String>)] = [
        ("AppModel", ["Foundation", "Observation", "Saywell"]),
        ("AppUI", ["AppModel", "Catalog", "Charts", "Foundation", "Saywell", "SwiftUI", "UniformTypeIdentifiers"]),
        (
            "AppleAdapters",
            ["AppModel", "AVFoundation", "Foundation", "Saywell", "Security", "UniformTypeIdentifiers", "UserNotifications"]
        ),
    ]

    @Test(arguments: mayImport)
    func frameworksStayWhereTheyBelong(_ folder: String, _ may: Set<String>) throws {
        let files = try Tree.swift(in: Tree.sources.appendingPathComponent(folder))
        #expect(!files.isEmpty)
        for (path, text) in files {
            for line in text.matches(of: /(?m)^(?:@\w+ )?import (\w+)/) {
                #expect(may.contains(String(line.1)), "\(folder)/\(path) imports \(line.1)")
            }
        }
    }

    @Test func nothingCrashesTalksToTheNetworkOrPrints() throws {
        // Without \b: to Swift a dot between letters ends no word.
        let never: [(Regex<Substring>, String)] = [
            (/[\w\])]!(?=[\s.,)\]]|$)/, "a force unwrap"), (/try!/, "a force try"), (/\sas!/, "a force cast"),
            (/URLSession|NWConnection|WKWebView/, "the network"),
            (/(?:^|\s)(?:print|NSLog|debugPrint|os_log)\(|Logger\(/, "a log"),
            (/UIPasteboard/, "the pasteboard"),
        ]
        for (path, text) in try Tree.swift(in: Tree.sources) {
            for line in text.split(separator: "\n") where !line.drop(while: \.isWhitespace).hasPrefix("//") {
                for (pattern, what) in never where line.contains(pattern) { Issue.record("\(path) has \(what): \(line)") }
            }
        }
    }

    /// A key that is put together ends in `_more`, as that of what is below a title, or is one of `Hold`.
    @Test func everySentenceIsSaidSomewhere() throws {
        let said = try literals()
        for (table, keys) in try Tree.keys() {
            for key in keys where !said.contains(key) && !key.hasPrefix("hold_") {
                let isMore = key.hasSuffix("_more") && said.contains(String(key.dropLast("_more".count)))
                #expect(isMore, "\(table): \(key) is said nowhere")
            }
        }
    }

    @Test func everySentenceThatIsSaidIsThere() throws {
        let tables = try tableNames()
        let keys = try Tree.keys()
        for (path, text) in try Tree.swift(in: Tree.sources.appendingPathComponent("AppUI")) {
            for call in text.matches(of: /words\("(\w+)"(?:, in: (?:\.(\w+)|WordTable\("(\w+)"\)))?[,)]/) {
                let table = call.3.map(String.init) ?? call.2.map { tables[String($0)] ?? "" } ?? "Localizable"
                #expect(keys[table]?.contains(String(call.1)) == true, "\(path): \(table) has no \(call.1)")
            }
        }
    }

    private func literals() throws -> Set<String> {
        let files = try Tree.swift(in: Tree.sources.appendingPathComponent("AppUI"))
        return Set(files.values.flatMap { $0.matches(of: /"(\w+)"/).map { String($0.1) } })
    }

    /// Such as `copies` for `Copies`.
    private func tableNames() throws -> [String: String] {
        let files = try Tree.swift(in: Tree.sources.appendingPathComponent("AppUI"))
        let named = files.values.flatMap { $0.matches(of: /static let (\w+) = WordTable\("(\w+)"\)/) }
        return Dictionary(uniqueKeysWithValues: named.map { (String($0.1), String($0.2)) })
    }
}
