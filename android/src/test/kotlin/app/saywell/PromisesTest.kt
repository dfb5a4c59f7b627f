package app.saywell

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.RECEIVE_BOOT_COMPLETED
import android.content.Intent
import android.content.pm.ApplicationInfo
import android.content.pm.PackageManager
import android.content.res.XmlResourceParser
import android.net.Uri
import android.speech.tts.TextToSpeech
import android.view.WindowManager
import app.saywell.home.HomeRoute
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.w3c.dom.Element
import org.xmlpull.v1.XmlPullParser
import java.io.File
import javax.xml.parsers.DocumentBuilderFactory

/** What the app promises before it is opened: what it may do, what leaves the phone, what others see. */
@RunWith(RobolectricTestRunner::class)
class PromisesTest {
    @Test fun noPermissionButToRemind() {
        val asked = phone.packageManager.getPackageInfo(phone.packageName, PackageManager.GET_PERMISSIONS).requestedPermissions.orEmpty()
        assertEquals(setOf(POST_NOTIFICATIONS, RECEIVE_BOOT_COMPLETED), asked.toSet())
    }

    /** The voices of the phone, for who has a card read aloud. From API 30 on, no other app is known to it. */
    @Test fun looksForNoOtherAppButAVoice() {
        val manifest = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(File("src/main/AndroidManifest.xml"))
        val asked = manifest.getElementsByTagName("queries").item(0) as Element
        val what = asked.getElementsByTagName("*").run { (0 until length).map { item(it) as Element } }
        assertEquals(listOf("intent", "action"), what.map { it.tagName })
        assertEquals(TextToSpeech.Engine.INTENT_ACTION_TTS_SERVICE, what.last().getAttribute("android:name"))
    }

    @Test fun nothingLeavesThePhone() {
        assertEquals(0, phone.applicationInfo.flags and ApplicationInfo.FLAG_ALLOW_BACKUP)
        val all = setOf("root", "file", "database", "sharedpref", "external")
        val ofDevice = setOf("device_root", "device_file", "device_database", "device_sharedpref")
        assertEquals(mapOf("full-backup-content" to all), excluded(R.xml.backup_rules))
        assertEquals(mapOf("cloud-backup" to all + ofDevice, "device-transfer" to all + ofDevice), excluded(R.xml.data_extraction_rules))
    }

    /** The domains that each section leaves out as a whole. A section that lets anything in fails. */
    private fun excluded(rules: Int): Map<String, Set<String>> {
        val found = mutableMapOf<String, Set<String>>()
        val xml: XmlResourceParser = phone.resources.getXml(rules)
        var section = ""
        while (xml.next() != XmlPullParser.END_DOCUMENT) {
            if (xml.eventType != XmlPullParser.START_TAG) continue
            if (xml.name != "exclude") { assertFalse(xml.name == "include"); section = xml.name; continue }
            assertEquals(".", xml.getAttributeValue(null, "path"))
            found[section] = found[section].orEmpty() + xml.getAttributeValue(null, "domain")
        }
        return found
    }

    @Test fun theVaultLiesWhereNoBackupLooks() {
        core { lesson().outline() }
        assertTrue(phone.noBackupFilesDir.resolve("vault").list()!!.any { it.startsWith("vault.db") })
        assertEquals(emptyList<String>(), phone.filesDir.list().orEmpty().toList())
    }

    @Test fun hiddenFromRecentsAndScreenshotsUnlessThePersonWantsIt() {
        val hand = Hand(HomeRoute)
        assertTrue(hand.activity.secure)
        phone.look.screenIsPrivate = false
        hand.turn()
        assertFalse(hand.activity.secure)
        assertEquals("Saywell", hand.activity.title.toString())
    }

    /** Only a file of no kind that phones know is offered to it, and no path. */
    @Test fun otherAppsHandInLittle() {
        val takes = { intent: Intent -> phone.packageManager.queryIntentActivities(intent.setPackage(phone.packageName), PackageManager.MATCH_DEFAULT_ONLY).isNotEmpty() }
        val (file, path) = listOf("content://elsewhere/1", "file:///sdcard/a.calm").map(Uri::parse)
        assertTrue(takes(Intent(Intent.ACTION_VIEW).setDataAndType(file, "application/octet-stream")))
        assertTrue(takes(Intent(Intent.ACTION_SEND).setType("application/octet-stream")))
        for (type in listOf("text/plain", "image/png", "application/zip")) {
            assertFalse(type, takes(Intent(Intent.ACTION_VIEW).setDataAndType(file, type)))
            assertFalse(type, takes(Intent(Intent.ACTION_SEND).setType(type)))
        }
        assertFalse(takes(Intent(Intent.ACTION_VIEW).setDataAndType(path, "application/octet-stream")))
        assertFalse(takes(Intent(Intent.ACTION_VIEW, Uri.parse("https://example.org/a.calm"))))
    }

    private val MainActivity.secure get() = window.attributes.flags and WindowManager.LayoutParams.FLAG_SECURE != 0
}
