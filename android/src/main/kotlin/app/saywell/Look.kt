package app.saywell

import android.app.LocaleManager
import android.content.Context
import android.os.Build
import android.os.LocaleList

/** What the shell must know before the vault is open. It tells nothing about the person, and is not backed up. */
class Look(private val context: Context) {
    private val file = context.getSharedPreferences("look", Context.MODE_PRIVATE)

    /** Hidden from recents and from screenshots. */
    var screenIsPrivate: Boolean
        get() = file.getBoolean("private", true)
        set(value) = file.edit().putBoolean("private", value).apply()

    /** Dark or light, whatever the phone has; null for as the phone has it. */
    var dark: Boolean?
        get() = if (file.contains("dark")) file.getBoolean("dark", false) else null
        set(value) = file.edit().run { if (value == null) remove("dark") else putBoolean("dark", value) }.apply()

    /** The tag of the language that the person picked for this app; null for as the phone has it. From API 33 on the phone keeps it. */
    var language: String?
        get() {
            if (Build.VERSION.SDK_INT < 33) return file.getString("language", null)
            val picked = context.getSystemService(LocaleManager::class.java).applicationLocales
            return if (picked.isEmpty) null else picked[0].toLanguageTag()
        }
        set(value) {
            if (Build.VERSION.SDK_INT < 33) file.edit().putString("language", value).apply()
            else context.getSystemService(LocaleManager::class.java).applicationLocales = LocaleList.forLanguageTags(value.orEmpty())
        }

    /** The first pages were seen. */
    var welcomed: Boolean
        get() = file.getBoolean("welcomed", false)
        set(value) = file.edit().putBoolean("welcomed", value).apply()

    /** As on a phone on which the app was just installed. */
    fun clear() {
        language = null
        file.edit().clear().apply()
    }
}
