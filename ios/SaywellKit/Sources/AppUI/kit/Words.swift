import Catalog
import Foundation

/// A String Catalog of `resources/words`. Each feature names its own, in its folder; its keys and their meaning are those of Android's
/// `strings_<feature>.xml`.
struct WordTable: Sendable {
    let name: String
    init(_ name: String) { self.name = name }

    /// What every page or more than one feature says.
    static let common = WordTable("Localizable")
}

/// A sentence in the person's language, with its parts put in: `words("step_of", 2, 6)`, `words("parts", in: .lesson, 4)`. The first
/// number decides between one and many.
func words(_ key: String, in table: WordTable = .common, _ parts: any CVarArg...) -> String {
    localized(key, table: table.name, bundle: .module, parts)
}
