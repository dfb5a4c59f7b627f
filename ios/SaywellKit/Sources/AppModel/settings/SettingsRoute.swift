public enum SettingsRoute: Codable, Hashable, Sendable {
    case settings
    /// How long entries are kept.
    case keep
    case deleteToday
    case deleteAll
    case light
    case check
    /// A locked copy, saved where the person says.
    case backUp
    /// A copy in the place of what is kept.
    case bringBack
    case about
    case pin
    /// What to know before it is done.
    case pinTask(PinTask)
    /// The pad, for each PIN that it takes.
    case pinPad(PinTask)
    /// What came of it; `done`, or there was a reason not to.
    case pinEnd(PinTask, done: Bool)
}
