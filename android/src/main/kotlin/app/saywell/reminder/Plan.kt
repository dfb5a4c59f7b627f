/** What the phone is to show, laid by core and kept where it can be read before the phone is unlocked. */
package app.saywell.reminder

import android.app.AlarmManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.util.AtomicFile
import app.saywell.App
import app.saywell.onTheWall
import app.saywell.vault.Door
import org.json.JSONArray
import org.json.JSONObject
import org.saywell.engine.PlannedReminder
import org.saywell.engine.Saywell
import org.saywell.engine.SaywellException
import org.saywell.engine.reminderInstant
import java.io.File
import java.io.FileOutputStream
import java.io.IOException
import java.time.Instant
import java.time.LocalDateTime
import java.time.OffsetDateTime
import java.time.ZoneId

/** Times, ids and words that could come from any app; and the ids of what was shown since core was told last. */
class Plan(val entries: List<PlannedReminder>, val shown: List<String>)

/** The file of the plan, in storage that is open before the phone is unlocked, and in no backup. Read and written on the main thread. */
class PlanFile(context: Context) {
    private val file = AtomicFile(File(context.createDeviceProtectedStorageContext().noBackupFilesDir, "plan"))

    /** What cannot be read is nothing: the next opening of the app lays it anew. */
    fun read(): Plan = runCatching {
        val json = JSONObject(String(file.readFully()))
        Plan(json.getJSONArray(ENTRIES).objects().map { PlannedReminder(it.getString(ID), LocalDateTime.parse(it.getString(AT)), it.getString(TEXT)) }, json.getJSONArray(SHOWN).strings())
    }.getOrDefault(Plan(emptyList(), emptyList()))

    /** On a phone that is full the plan that is there stays. */
    fun write(plan: Plan) {
        val entries = plan.entries.map { JSONObject().put(ID, it.id).put(AT, "${it.at}").put(TEXT, it.text) }
        val words = "${JSONObject().put(ENTRIES, JSONArray(entries)).put(SHOWN, JSONArray(plan.shown))}".toByteArray()
        try {
            put(words, file.startWrite())
        } catch (_: IOException) { }
    }

    private fun put(words: ByteArray, out: FileOutputStream) = try {
        out.write(words)
        out.fd.sync() // finishWrite says nothing of a disk that has no room
        file.finishWrite(out)
    } catch (_: IOException) {
        file.failWrite(out)
    }

    fun delete() = file.delete()

    private fun JSONArray.objects() = (0 until length()).map(::getJSONObject)

    private fun JSONArray.strings() = (0 until length()).map(::getString)

    private companion object {
        const val ENTRIES = "entries"
        const val SHOWN = "shown"
        const val ID = "id"
        const val AT = "at"
        const val TEXT = "text"
    }
}

/** When the wall clock of this phone shows that time; core says what gaps and folds of the clock mean. No vault is needed. */
fun PlannedReminder.instant(zone: ZoneId): Instant? = reminderInstant(at, zone.onTheWall())?.toInstant()

/** Wakes the phone for the next one that is still to come, a little late if the phone likes; what lies in the past is not shown late. */
fun App.armReminder() {
    val alarms = getSystemService(AlarmManager::class.java)
    val now = clock.instant()
    val next = PlanFile(this).read().entries.mapNotNull { entry -> entry.instant(clock.zone)?.let { entry to it } }.filter { it.second > now }.minByOrNull { it.second }
    if (next == null) return alarms.cancel(wake(""))
    alarms.setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, next.second.toEpochMilli(), wake(next.first.id))
}

private fun App.wake(id: String) = PendingIntent.getBroadcast(
    this, 0, Intent(this, ReminderReceiver::class.java).setAction(ReminderReceiver.REMIND).putExtra(ReminderReceiver.ID, id),
    PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE,
)

/** Replaces the whole plan: after the app was opened, after every change of the reminders, after a relaxation. */
fun App.layPlan() = layPlan { }

/** As that; [first] is done before. A vault that keeps nothing leaves the plan as it is. */
fun App.layPlan(first: Saywell.() -> Unit) {
    if (vault.door is Door.Without) return
    val shown = PlanFile(this).read().shown
    val now = OffsetDateTime.now(clock)
    vault.ask({
        tellShown(shown, now)
        first()
        reminder().planReminders(now, DAYS, CAP).entries
    }) { laid ->
        // A vault that cannot be opened leaves the old plan as it is.
        laid.onSuccess { entries ->
            PlanFile(this).run { write(Plan(entries, read().shown - shown.toSet())) }
            armReminder()
        }
    }
}

/** Nothing is shown any more: what was to be remembered is deleted. */
fun App.forgetPlan() {
    PlanFile(this).delete()
    Notice(this).takeAway()
    armReminder()
}

/** Core is told what was shown before it is asked for anything else. What it does not know any more is nobody's business. */
private fun Saywell.tellShown(shown: List<String>, now: OffsetDateTime) {
    try {
        if (shown.isNotEmpty()) reminder().remindersShown(shown, now)
    } catch (_: SaywellException.NotFound) { }
}

/** So many days, and so many reminders, lie ahead at most: for somebody who does not come back, it ends. */
private const val DAYS: UShort = 60u
private const val CAP: UShort = 60u
