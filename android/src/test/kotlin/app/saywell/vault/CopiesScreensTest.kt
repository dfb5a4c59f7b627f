package app.saywell.vault

import app.saywell.Hand
import app.saywell.R
import app.saywell.Screens
import app.saywell.Sight
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.moment
import app.saywell.phone
import java.io.File
import java.io.IOException

/** The pages of a locked copy, as they are found on its way out and back. */
class CopiesScreensTest : Screens(
    Sight("21-copy", HomeRoute, BackUpRoute),
    Sight("21-copy-password", HomeRoute, BackUpRoute, then = { pick(Place().uri); save(PASSWORD, "") }),
    Sight("21-copy-shown", HomeRoute, BackUpRoute, then = { pick(Place().uri); write(R.id.password, PASSWORD); tap(R.id.show) }),
    Sight("21-copy-saved", HomeRoute, BackUpRoute, before = ::someNotes, then = { saved() }),
    Sight("21-copy-unchecked", HomeRoute, BackUpRoute, then = { pick(Place().apply { isGone() }.uri); save(); until(R.string.copy_saved) }),
    Sight("21-copy-no-room", HomeRoute, BackUpRoute, then = { pick(Place().apply { takes { throw IOException("No space left on device") } }.uri); save(); until(R.string.copy_no_room) }),
    Sight("21-bring-back", HomeRoute, BringBackRoute),
    Sight("21-bring-back-damaged", HomeRoute, BringBackRoute, then = { pick(Place().apply { holds(ByteArray(9)) }.uri); lookInside(); until(R.string.copy_damaged) }),
    Sight("21-bring-back-look", HomeRoute, BringBackRoute, before = { someNotes() }, then = { looked() }),
    Sight("21-bring-back-done", HomeRoute, BringBackRoute, before = { someNotes() }, then = { looked(); tap(R.id.other); until(R.string.it_is_back) }),
    Sight("21-bring-back-undo", HomeRoute, BringBackRoute, before = { someNotes() }, then = { looked(); tap(R.id.other); until(R.string.it_is_back); turn() }),
    Sight("21-nothing-open", HomeRoute, before = { someNotes(); phone.forget(); phone.secret.bytes = null }, then = { tap(R.id.go_without); activity.go(BringBackRoute); rest() }),
)

private fun someNotes() = core {
    journal().writeNote("11111111-1111-4111-8111-111111111111", "one", moment.minusDays(40))
    journal().writeNote("22222222-2222-4222-8222-222222222222", "two", moment)
}

private fun Hand.saved() {
    pick(Place().uri)
    save()
    until(R.string.copy_saved)
}

/** What is in a copy that was made a moment ago, without this page. */
private fun Hand.looked() {
    val file = File.createTempFile("copy", null)
    core { vault().use { it.backUpTo(file.path, PASSWORD.toByteArray(), moment) } }
    pick(Place().apply { holds(file.readBytes()) }.uri)
    lookInside()
    until(R.string.bring_back_sure)
}
