package app.saywell

import android.app.Application
import android.content.res.Resources
import app.saywell.home.HomeRoute
import app.saywell.reminder.forgetPlan
import app.saywell.reminder.layPlan
import app.saywell.settings.WelcomeRoute
import app.saywell.vault.Door
import app.saywell.vault.KeystoreSecret
import app.saywell.vault.Secret
import app.saywell.vault.Vault
import org.saywell.engine.SaywellException
import java.io.File
import java.time.Clock
import java.time.OffsetDateTime

/** What lives as long as the process: the vault, the clock, and how the app looks. Nothing is opened before it is asked. */
open class App : Application() {
    /** The shell's clock, in the zone of the phone as it is now: core reads none. */
    open val clock: Clock get() = Clock.systemDefaultZone()

    protected open val secret: Secret by lazy { KeystoreSecret(File(folder, Vault.SECRET)) }

    protected open val folder get() = File(noBackupFilesDir, "vault")

    open val vault by lazy { Vault(folder, secret, ::languages) }

    val look by lazy { Look(this) }

    /** Tags of the languages that the person reads, the one they like most first: the one that they picked for this app, or those of the phone. */
    val languages: List<String> get() = look.language?.let(::listOf) ?: Resources.getSystem().configuration.locales.toLanguageTags().split(",")

    /** The page that is seen, where one is. */
    var seen: Screen? = null

    /** Where a person begins. */
    val start: Route get() = if (look.welcomed) HomeRoute else WelcomeRoute

    /** Erases what is kept by who is here, or by [all]; and what is known outside of it. */
    fun wipe(all: Boolean, answer: (Result<Unit>) -> Unit) = vault.wipe(all) { wiped ->
        if (wiped.isSuccess) {
            forgetPlan()
            look.clear()
        }
        answer(wiped)
    }

    /** The person came to the pages of the app, or back to them: what was shown and done meanwhile, and the check of the day. */
    fun cameBack(elsewhere: () -> Unit) {
        if (vault.door !is Door.Open) return
        layPlan { reminder().answerReminders(OffsetDateTime.now(clock)) }
        vault.tidy(clock.instant())
        vault.ask({ vault().use { it.dailyCheck(OffsetDateTime.now(clock)) } }) { checked ->
            val why = checked.exceptionOrNull() as? SaywellException.Damaged ?: return@ask
            vault.stick(why)
            elsewhere()
        }
    }
}
