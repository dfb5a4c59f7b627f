// swift-tools-version: 6.0
import PackageDescription

// The contract in Swift. `run` puts this file, the tests and what is generated together in a build folder.
// CONTRACT_LIBRARY is the folder of libsaywell.so. Debian's libswiftObservation.so leaves a symbol open that is never
// reached, hence the last flag.
let library = Context.environment["CONTRACT_LIBRARY"] ?? "."
let links: [LinkerSetting] = [
    .unsafeFlags(["-L", library, "-Xlinker", "-rpath", "-Xlinker", library, "-Xlinker", "--allow-shlib-undefined"]),
    .linkedLibrary("saywell"),
]

let package = Package(
    name: "Contract",
    targets: [
        .systemLibrary(name: "saywellFFI"),
        .target(name: "Saywell", dependencies: ["saywellFFI"]),
        .testTarget(name: "Story", dependencies: ["Saywell"], linkerSettings: links),
        .executableTarget(name: "Speed", dependencies: ["Saywell"], linkerSettings: links),
    ]
)
