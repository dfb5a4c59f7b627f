import Foundation
import Testing

@testable import AppUI

/// What Xcode will read and nothing here compiles: the project, the property lists and the catalogs.
@Suite struct ProjectTests {
    private let ios = Tree.ios
    private let resources = Tree.resources

    private func text(_ path: String) throws -> String { try Tree.text(ios.appendingPathComponent(path)) }

    @Test func noIdOfTheProjectDangles() throws {
        let project = try text("Saywell.xcodeproj/project.pbxproj")
        let defined = project.matches(of: /\n\t\t([0-9A-F]{24})(?: \/\*[^*]*\*\/)? = \{/).map { $0.1 }
        let named = Set(project.matches(of: /\b([0-9A-F]{24})\b/).map { $0.1 })
        #expect(defined.count == Set(defined).count)
        #expect(named == Set(defined))
    }

    @Test func everyFileThatTheProjectNamesIsThere() throws {
        let project = try text("Saywell.xcodeproj/project.pbxproj")
        let named = project.matches(of: /(?:path|INFOPLIST_FILE|relativePath) = "?([\w.]+)"?;/).map { String($0.1) }
        #expect(Set(named) == ["Saywell.app", "App", "Info.plist", "SaywellKit"])
        for file in named where file != "Saywell.app" {
            #expect(FileManager.default.fileExists(atPath: ios.appendingPathComponent(file).path), "\(file)")
        }
        let spec = try text("project.yml")
        for (key, value) in [("PRODUCT_BUNDLE_IDENTIFIER", "app.saywell"), ("IPHONEOS_DEPLOYMENT_TARGET", "17.0")] {
            #expect(project.contains("\(key) = \(value);"))
            #expect(spec.contains(value))
        }
        #expect(!project.contains("CODE_SIGN_ENTITLEMENTS"))
    }

    @Test func theAppAsksForNothingButSoundInTheBackground() throws {
        let info = try plist("Info.plist")
        #expect(info["UIBackgroundModes"] as? [String] == ["audio"])
        #expect(info["CFBundleVersion"] as? String == "$(CURRENT_PROJECT_VERSION)")
        #expect(info["CFBundleDisplayName"] as? String == "Saywell")
        #expect(info.keys.filter { $0.hasSuffix("UsageDescription") || $0 == "NSAppTransportSecurity" } == [])
        #expect(info["UILaunchScreen"] != nil && info["UIFileSharingEnabled"] == nil)
        #expect(Set(try plist("Info.plist").keys).isSuperset(of: Self.needed))
    }

    private static let needed: Set = [
        "CFBundleDevelopmentRegion", "CFBundleExecutable", "CFBundleIdentifier", "CFBundleInfoDictionaryVersion", "CFBundleName",
        "CFBundlePackageType", "CFBundleShortVersionString", "UIApplicationSceneManifest", "UISupportedInterfaceOrientations",
    ]

    /// A file that ends in `calm` is opened with the app, in place: nothing of it stays behind. Its kind names neither app nor topic.
    @Test func aCourseIsOpenedWithTheApp() throws {
        let info = try plist("Info.plist")
        let kind = try #require((info["UTExportedTypeDeclarations"] as? [[String: Any]])?.first)
        #expect(kind["UTTypeConformsTo"] as? [String] == ["public.data"])
        #expect((kind["UTTypeTagSpecification"] as? [String: [String]])?["public.filename-extension"] == ["calm"])
        let document = try #require((info["CFBundleDocumentTypes"] as? [[String: Any]])?.first)
        let id = try #require(kind["UTTypeIdentifier"] as? String)
        #expect(document["LSItemContentTypes"] as? [String] == [id])
        #expect(document["LSHandlerRank"] as? String == "Owner")
        #expect([kind["UTTypeDescription"], document["CFBundleTypeName"]].allSatisfy { $0 as? String == "Course" })
        #expect(info["LSSupportsOpeningDocumentsInPlace"] as? Bool == true)
    }

    /// Pages of the catalogs are offered in the phone's settings, and no others.
    @Test func everyLanguageOfTheCatalogsIsOffered() throws {
        let info = try plist("Info.plist")
        let words = resources.appendingPathComponent("words")
        for file in try FileManager.default.contentsOfDirectory(at: words, includingPropertiesForKeys: nil) {
            let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
            let sentences = json?["strings"] as? [String: [String: Any]] ?? [:]
            for (key, sentence) in sentences {
                let languages = (sentence["localizations"] as? [String: Any])?.keys.sorted()
                #expect(languages == info["CFBundleLocalizations"] as? [String], "\(file.lastPathComponent): \(key)")
            }
        }
        #expect(info["UIPrefersShowingLanguageSettings"] as? Bool == true)
    }

    @Test func thePrivacyManifestSaysWhatIsUsed() throws {
        let manifest = try plist("App/PrivacyInfo.xcprivacy")
        #expect(manifest["NSPrivacyTracking"] as? Bool == false)
        #expect((manifest["NSPrivacyCollectedDataTypes"] as? [Any])?.isEmpty == true)
        let used = manifest["NSPrivacyAccessedAPITypes"] as? [[String: Any]] ?? []
        let reasons = used.flatMap { $0["NSPrivacyAccessedAPITypeReasons"] as? [String] ?? [] }
        #expect(Set(reasons) == ["C617.1", "3B52.1", "35F9.1", "CA92.1"])
    }

    @Test func everyAssetHasItsFile() throws {
        for folder in [resources, ios.appendingPathComponent("App")] {
            let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix("Contents.json") }
            #expect(!files.isEmpty)
            for file in files {
                let url = folder.appendingPathComponent(file)
                let json = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
                for image in json?["images"] as? [[String: Any]] ?? [] {
                    let name = try #require(image["filename"] as? String)
                    let asset = url.deletingLastPathComponent().appendingPathComponent(name)
                    #expect(FileManager.default.fileExists(atPath: asset.path), "\(file)")
                }
            }
        }
    }

    @Test func everyIconAndColourIsInItsCatalog() throws {
        let icons = try FileManager.default.contentsOfDirectory(atPath: resources.appendingPathComponent("Icons.xcassets").path)
        let marks: Set = ["mark", "mark-quiet"]
        let sets = Set(icons.filter { $0.hasSuffix(".imageset") }.map { String($0.dropLast(".imageset".count)) })
        #expect(sets == Set(Icon.allCases.map(\.rawValue)).union(marks))
        let tokens = try text("SaywellKit/Sources/AppUI/kit/Tokens.swift").matches(of: /token\("([\w-]+)"\)/).map { String($0.1) }
        #expect(tokens.count > 20)
        for token in tokens {
            let set = resources.appendingPathComponent("Colors.xcassets/\(token).colorset")
            #expect(FileManager.default.fileExists(atPath: set.path), "\(token)")
        }
    }

    private func plist(_ path: String) throws -> [String: Any] {
        let data = try Data(contentsOf: ios.appendingPathComponent(path))
        return try #require(try PropertyListSerialization.propertyList(from: data, format: nil) as? [String: Any])
    }
}
