import Foundation

/// Packs that this library takes, as `tests/packs` makes them: the course's second and third edition, a course beside it, and one
/// that uses its ids. There are none on a Mac, where the library is the one that ships, which believes other keys.
public enum Packs {
    public static let areThere = FileManager.default.fileExists(atPath: file("edition-2").path)

    public static func file(_ name: String) -> URL {
        URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../target/engine/packs/\(name)").standardizedFileURL
    }

    public static func bytes(_ name: String) throws -> Data { try Data(contentsOf: file(name)) }
}
