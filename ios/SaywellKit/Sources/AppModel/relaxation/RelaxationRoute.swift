import Saywell

public enum RelaxationRoute: Codable, Hashable, Sendable {
    /// Starts the three minutes at once.
    case quickCalm
    /// Choosing, with this one picked.
    case relaxation(id: String)
    case running(ChosenRelaxation)
    /// How tense the person is after it, and how long it was.
    case after(ChosenRelaxation, elapsedMs: Int64)
    /// A session of the log.
    case session(id: String)
    case log
    /// At which hour a day begins.
    case dayBegins
}

/// What the person chose before the first cue. The engine starts it once, by its id, and says what is there from then on.
public struct ChosenRelaxation: Codable, Hashable, Sendable {
    /// Made by the shell.
    public let id: String
    public let script: String
    public let length: RelaxationLength
    /// How tense, 0 to 10, if they cared to say.
    public let before: Tension?

    public init(id: String, script: String, length: RelaxationLength, before: Tension? = nil) {
        self.id = id
        self.script = script
        self.length = length
        self.before = before
    }

    var start: Start { Start(id: id, script: script, form: length.form, before: before) }
}

/// The forms of a script, in minutes. Three are *Quick calm*, which is no practice.
public enum RelaxationLength: Int, Codable, CaseIterable, Sendable {
    case calm = 3
    case five = 5
    case ten = 10
    case fifteen = 15

    /// What a person can choose.
    public static let practice: [RelaxationLength] = [.five, .ten, .fifteen]

    var form: RelaxationForm {
        switch self {
        case .calm: .short
        case .five: .five
        case .ten: .full
        case .fifteen: .fifteen
        }
    }
}
