import Foundation
import Testing

/// The palette is Android's, light and dark.
@Suite struct ColorsTests {
    private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    @Test(arguments: [("values", false), ("values-night", true)])
    func thePaletteIsAndroids(_ folder: String, _ isDark: Bool) throws {
        let file = root.appendingPathComponent("../../../../android/src/main/res/\(folder)/colors.xml").standardizedFileURL
        let xml = try String(contentsOf: file, encoding: .utf8)
        let colors = xml.matches(of: /<color name="sw_(\w+)">#(\w+)<\/color>/)
        #expect(colors.count > 20)
        for color in colors {
            let name = color.1.replacingOccurrences(of: "_", with: "-")
            #expect(try ours(name, isDark) == color.2.suffix(6).uppercased(), "\(name)")
        }
    }

    private func ours(_ name: String, _ isDark: Bool) throws -> String? {
        let file = root.appendingPathComponent("../../Sources/AppUI/resources/Colors.xcassets/\(name).colorset/Contents.json")
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file.standardizedFileURL)) as? [String: Any]
        let colors = json?["colors"] as? [[String: Any]]
        let color = colors?.first { ($0["appearances"] != nil) == isDark }?["color"] as? [String: Any]
        let parts = color?["components"] as? [String: String]
        return parts.map { parts in ["red", "green", "blue"].map { parts[$0]?.dropFirst(2) ?? "" }.joined() }
    }
}
