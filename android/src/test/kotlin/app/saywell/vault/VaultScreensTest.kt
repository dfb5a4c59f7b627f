package app.saywell.vault

import app.saywell.R
import app.saywell.Screens
import app.saywell.Sight
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.moment
import app.saywell.phone
import java.io.File

/** The pages in front of the vault, as they are found: by what is wrong with it. */
class VaultScreensTest : Screens(
    Sight("20-lock", HomeRoute, before = ::locked),
    Sight("20-lock-wait", HomeRoute, before = ::locked, then = { repeat(5) { type("111111") } }),
    Sight("20-forgot", HomeRoute, before = ::locked, then = { tap(R.id.start) }),
    Sight("20-forgot-sure", HomeRoute, before = ::locked, then = { tap(R.id.start); tap(R.id.delete_all) }),
    Sight("20-key-lost", HomeRoute, before = { lost() }),
    Sight("20-key-lost-sure", HomeRoute, before = { lost() }, then = { tap(R.id.act) }),
    Sight("20-without", HomeRoute, before = { lost() }, then = { tap(R.id.go_without) }),
    Sight("20-damaged", HomeRoute, before = ::damaged),
    Sight("20-repaired", HomeRoute, before = ::damaged, then = { tap(R.id.act) }),
    Sight("20-repair-pin", HomeRoute, before = { setPin("271828"); damaged() }, then = { type("271828"); tap(R.id.act) }),
    Sight("20-full", HomeRoute, before = { lost() }, then = { phone.vault.stick(org.saywell.engine.SaywellException.NoSpace()); activity.reopen(); rest() }),
    Sight("20-newer", HomeRoute, before = { lost() }, then = { phone.vault.stick(org.saywell.engine.SaywellException.NewerVersion()); activity.reopen(); rest() }),
)

private fun locked() {
    setPin("271828")
    phone.forget()
}

private fun lost() {
    core { lesson().outline() }
    phone.forget()
    phone.secret.bytes = null
}

private fun damaged() {
    core { vault().use { it.dailyCheck(moment) } }
    phone.forget()
    database.writeBytes(database.readBytes().also { bytes -> for (i in 100 until 200) bytes[i] = 0 })
}

private val database get() = File(phone.noBackupFilesDir, "vault/vault.db")
