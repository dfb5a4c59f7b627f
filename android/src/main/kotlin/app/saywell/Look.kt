package app.saywell

import android.content.SharedPreferences

/** What the shell must know before the vault is open. It tells nothing about the person, and is not backed up. */
class Look(private val file: SharedPreferences) {
    /** Hidden from recents and from screenshots. */
    var screenIsPrivate: Boolean
        get() = file.getBoolean("private", true)
        set(value) = file.edit().putBoolean("private", value).apply()

    /** Dark or light, whatever the phone has; null for as the phone has it. */
    var dark: Boolean?
        get() = if (file.contains("dark")) file.getBoolean("dark", false) else null
        set(value) = file.edit().run { if (value == null) remove("dark") else putBoolean("dark", value) }.apply()

    /** The first pages were seen. */
    var welcomed: Boolean
        get() = file.getBoolean("welcomed", false)
        set(value) = file.edit().putBoolean("welcomed", value).apply()

    /** As on a phone on which the app was just installed. */
    fun clear() = file.edit().clear().apply()
}
