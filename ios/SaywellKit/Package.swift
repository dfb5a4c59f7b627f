// swift-tools-version: 6.0
import PackageDescription

// The engine, as `../engine.sh` leaves it in `target/engine`: the generated Swift, and the library. On a Mac that is an XCFramework
// with its header and module map; elsewhere the shared library, and the header beside it.
//
// Elsewhere there is no framework of Apple's either. `LinuxStubs` has a stand-in for each that the app uses, so that the
// compiler checks the screens and AppUITests can look at them. What differs in kind is a target of its own, never an `#if` in a screen.
#if os(macOS)
    let platform: [Target] = [
        .binaryTarget(name: "saywellFFI", path: "target/engine/saywellFFI.xcframework"),
        .target(name: "Catalog", path: "Sources/Catalog"),
    ]
    let ui: [Target.Dependency] = []
    let adapters: [Target.Dependency] = []
    let tests: [LinkerSetting] = []
#else
    // Debian's libswiftObservation.so leaves a symbol open that is never reached, hence the last flag.
    let library = "\(Context.packageDirectory)/target/engine"
    let tests: [LinkerSetting] = [
        .unsafeFlags(["-L", library, "-Xlinker", "-rpath", "-Xlinker", library, "-Xlinker", "--allow-shlib-undefined"]),
        .linkedLibrary("saywell"),
    ]
    let platform: [Target] = [
        .systemLibrary(name: "saywellFFI", path: "target/engine/saywellFFI"),
        .target(name: "Catalog", path: "LinuxStubs/Catalog"),
        .target(name: "UniformTypeIdentifiers", path: "LinuxStubs/UniformTypeIdentifiers"),
        .target(name: "SwiftUI", dependencies: ["UniformTypeIdentifiers"], path: "LinuxStubs/SwiftUI"),
        .target(name: "Charts", dependencies: ["SwiftUI"], path: "LinuxStubs/Charts"),
        .target(name: "AVFoundation", path: "LinuxStubs/AVFoundation"),
        .target(name: "Security", path: "LinuxStubs/Security"),
        .target(name: "UserNotifications", path: "LinuxStubs/UserNotifications"),
        .testTarget(name: "AppUITests", dependencies: ["AppUI", "AppModel", "Fakes"], exclude: ["words"], linkerSettings: tests),
    ]
    let ui: [Target.Dependency] = ["SwiftUI", "Charts", "UniformTypeIdentifiers"]
    let adapters: [Target.Dependency] = ["AVFoundation", "Security", "UniformTypeIdentifiers", "UserNotifications"]
#endif

let package = Package(
    name: "SaywellKit",
    defaultLocalization: "en",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [.library(name: "SaywellKit", targets: ["AppUI", "AppleAdapters"])],
    targets: platform + [
        .target(name: "Saywell", dependencies: ["saywellFFI"], path: "target/engine/Saywell"),
        .target(name: "AppModel", dependencies: ["Saywell"]),
        .target(name: "AppleAdapters", dependencies: ["AppModel"] + adapters),
        .target(name: "AppUI", dependencies: ["AppModel", "Catalog"] + ui, resources: [.process("resources")]),
        .target(name: "Fakes", dependencies: ["AppModel"], path: "Tests/Fakes"),
        .testTarget(name: "AppModelTests", dependencies: ["AppModel", "Fakes"], linkerSettings: tests),
    ]
)
