public enum ReminderRoute: Codable, Hashable, Sendable {
    case reminders
    /// One rule; a new one where there is none with this id.
    case reminder(id: String)
    case quietHours
    case mostADay
    /// What may hold reminders back on this phone.
    case heldBack
}
