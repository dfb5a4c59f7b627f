import Foundation
import Testing

/// The palette is Android's, light and dark.
@Suite struct ColorsTests {
    @Test(arguments: [("values", false), ("values-night", true)])
    func thePaletteIsAndroids(_ folder: String, _ isDark: Bool) throws {
        let file = Tree.android.appendingPathComponent("\(folder)/colors.xml")
        let xml = try String(contentsOf: file, encoding: .utf8)
        let colors = xml.matches(of: /<color name="sw_(\w+)">#(\w+)<\/color>/)
        #expect(colors.count > 20)
        for color in colors {
            let name = color.1.replacingOccurrences(of: "_", with: "-")
            #expect(try ours(name, isDark) == color.2.suffix(6).uppercased(), "\(name)")
        }
    }

    /// As WCAG 2 reckons it: words need 4.5, icons and outlines of what can be pressed 3.
    @Test(arguments: [false, true])
    func everythingCanBeRead(_ isDark: Bool) throws {
        let words = [
            ("text", "bg"), ("text", "surface"), ("text2", "bg"), ("text2", "surface"), ("on-sand", "sand"), ("accent", "sand"),
            ("accent", "bg"), ("accent", "surface"), ("on-accent", "accent"), ("on-accent-soft", "accent-soft"),
            ("on-hero", "hero"),
            ("on-hero2", "hero"), ("on-hero", "hero-shape"), ("on-hero2", "hero-shape"), ("on-hero-btn", "hero-btn"),
            ("again", "again-soft"), ("text", "again-soft"), ("urgent", "surface"), ("on-urgent", "urgent"),
        ]
        let shapes = [
            ("accent", "accent-soft"), ("on-hero", "hero-track"), ("again", "bg"), ("urgent", "bg"), ("control", "bg"),
            ("control", "surface"),
        ]
        for (pairs, least) in [(words, 4.5), (shapes, 3)] {
            for (ink, ground) in pairs {
                let (one, other) = (try light(ink, isDark), try light(ground, isDark))
                let contrast = (max(one, other) + 0.05) / (min(one, other) + 0.05)
                #expect(contrast >= least, "\(ink) on \(ground) has \(contrast)")
            }
        }
    }

    /// Relative luminance, WCAG 2.2.
    private func light(_ name: String, _ isDark: Bool) throws -> Double {
        let ours = try ours(name, isDark)
        let hex = try #require(ours.flatMap { Int($0, radix: 16) })
        let parts = [16, 8, 0].map { Double(hex >> $0 & 0xff) / 255 }
        let linear = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    private func ours(_ name: String, _ isDark: Bool) throws -> String? {
        let json = try Tree.json(Tree.resources.appendingPathComponent("Colors.xcassets/\(name).colorset/Contents.json"))
        let colors = json["colors"] as? [[String: Any]]
        let color = colors?.first { ($0["appearances"] != nil) == isDark }?["color"] as? [String: Any]
        let parts = color?["components"] as? [String: String]
        return parts.map { parts in ["red", "green", "blue"].map { parts[$0]?.dropFirst(2) ?? "" }.joined() }
    }
}
