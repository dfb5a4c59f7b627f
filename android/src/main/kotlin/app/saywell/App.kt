package app.saywell

import android.app.Application
import android.content.Context
import app.saywell.reminder.Openings
import app.saywell.vault.KeystoreSecret
import app.saywell.vault.Secret
import app.saywell.vault.Vault
import java.io.File
import java.time.Clock

/** What lives as long as the process: the vault, the clock, and how the app looks. Nothing is opened before it is asked. */
open class App : Application() {
    /** The shell's clock, in the zone of the phone as it is now: core reads none. */
    open val clock: Clock get() = Clock.systemDefaultZone()

    protected open val secret: Secret by lazy { KeystoreSecret(File(noBackupFilesDir, "secret")) }

    protected val folder get() = File(noBackupFilesDir, "vault")

    open val vault by lazy { Vault(folder, secret) }

    val look by lazy { Look(getSharedPreferences("look", Context.MODE_PRIVATE)) }

    override fun onCreate() {
        super.onCreate()
        registerActivityLifecycleCallbacks(Openings(this))
    }
}
