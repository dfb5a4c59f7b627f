package app.saywell

import android.content.SharedPreferences

/** What the shell must know before the vault is open. It tells nothing about the person, and is not backed up. */
class Look(private val file: SharedPreferences) {
    /** Hidden from recents and from screenshots. */
    var screenIsPrivate: Boolean
        get() = file.getBoolean("private", true)
        set(value) = file.edit().putBoolean("private", value).apply()
}
