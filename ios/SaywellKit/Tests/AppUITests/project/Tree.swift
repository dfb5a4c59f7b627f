import Foundation

/// The files that are looked at and not compiled: those beside these tests, or a copy that `planted.sh` has put a mistake into.
enum Tree {
    static let ios: URL =
        if let copy = ProcessInfo.processInfo.environment["SAYWELL_IOS"] {
            URL(fileURLWithPath: copy)
        } else {
            URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../..").standardizedFileURL
        }

    static let kit = ios.appendingPathComponent("SaywellKit")
    static let sources = kit.appendingPathComponent("Sources")
    static let resources = sources.appendingPathComponent("AppUI/resources")
    static let android = ios.appendingPathComponent("../android/src/main/res").standardizedFileURL

    static func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

    static func json(_ file: URL) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
    }

    /// The files of Swift below this folder, by their path in it.
    static func swift(in folder: URL) throws -> [String: String] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try Dictionary(uniqueKeysWithValues: paths.map { ($0, try text(folder.appendingPathComponent($0))) })
    }

    /// The keys of each String Catalog, by its name.
    static func keys() throws -> [String: Set<String>] {
        let folder = resources.appendingPathComponent("words")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).reduce(into: [:]) { all, name in
            let strings = try json(folder.appendingPathComponent(name))["strings"] as? [String: Any] ?? [:]
            all[name.replacingOccurrences(of: ".xcstrings", with: "")] = Set(strings.keys)
        }
    }
}
