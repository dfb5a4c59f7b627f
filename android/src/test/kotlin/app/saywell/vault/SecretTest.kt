package app.saywell.vault

import android.security.keystore.KeyGenParameterSpec
import org.junit.After
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.io.File
import java.io.InputStream
import java.io.OutputStream
import java.security.Key
import java.security.KeyStoreSpi
import java.security.Provider
import java.security.SecureRandom
import java.security.Security
import java.security.cert.Certificate
import java.security.spec.AlgorithmParameterSpec
import java.util.Collections
import java.util.Date
import java.util.Enumeration
import javax.crypto.KeyGeneratorSpi
import javax.crypto.SecretKey
import javax.crypto.spec.SecretKeySpec

/** The secret under a Keystore that stands in memory: what a lost key is, and what is only a bad moment. */
@RunWith(RobolectricTestRunner::class)
class SecretTest {
    private val file = File.createTempFile("secret", null).also { it.delete() }
    private val secret = KeystoreSecret(file)

    @Before fun aKeystore() {
        MemoryStore.key = null
        MemoryStore.busy = false
        Security.addProvider(MemoryProvider())
    }

    @After fun none() {
        Security.removeProvider("AndroidKeyStore")
        file.delete()
    }

    @Test fun itIsTheSameEachTimeAndIsNotInTheFile() {
        assertNull(secret.read())
        val made = secret.make()
        assertArrayEquals(made, secret.read())
        assertArrayEquals(made, KeystoreSecret(file).read())
        assertFalse(file.readBytes().toList().windowed(8).any { it == made.toList().subList(0, 8) })
        assertEquals(12 + 32 + 16, file.length().toInt())
    }

    @Test fun aKeyThatIsGoneOrAnotherIsALostSecret() {
        secret.make()
        MemoryStore.key = null
        assertNull(secret.read())
        MemoryStore.key = SecretKeySpec(ByteArray(32) { 1 }, "AES")
        assertNull(secret.read())
        assertTrue(file.exists()) // nothing is deleted by looking
    }

    @Test fun aFileThatIsCutOrChangedIsALostSecret() {
        secret.make()
        val whole = file.readBytes()
        for (length in 0 until whole.size) {
            file.writeBytes(whole.copyOf(length))
            assertNull(secret.read())
        }
        for (at in whole.indices) {
            file.writeBytes(whole.copyOf().also { it[at] = (it[at].toInt() xor 1).toByte() })
            assertNull(secret.read())
        }
    }

    /** What may pass must not look like a lost key: the person would be offered to begin again. */
    @Test fun aKeystoreThatIsBusyIsNoLostKey() {
        secret.make()
        MemoryStore.busy = true
        assertThrows(java.io.IOException::class.java) { secret.read() }
    }

    @Test fun aFreshOneTakesThePlaceOfTheOld() {
        val old = secret.make()
        val new = secret.make()
        assertFalse(old.contentEquals(new))
        assertArrayEquals(new, secret.read())
    }
}

private class MemoryProvider : Provider("AndroidKeyStore", 1.0, "in memory") {
    init {
        put("KeyStore.AndroidKeyStore", MemoryStore::class.java.name)
        put("KeyGenerator.AES", MemoryGenerator::class.java.name)
    }
}

/** One key, which its name is not asked for. */
class MemoryStore : KeyStoreSpi() {
    override fun engineGetKey(alias: String, password: CharArray?): Key? = key
    override fun engineLoad(stream: InputStream?, password: CharArray?) { if (busy) throw java.io.IOException() }
    override fun engineContainsAlias(alias: String) = key != null
    override fun engineAliases(): Enumeration<String> = Collections.emptyEnumeration()
    override fun engineSize() = if (key == null) 0 else 1
    override fun engineGetCertificateChain(alias: String): Array<Certificate>? = null
    override fun engineGetCertificate(alias: String): Certificate? = null
    override fun engineGetCreationDate(alias: String): Date? = null
    override fun engineSetKeyEntry(alias: String, key: Key, password: CharArray?, chain: Array<Certificate>?) = Unit
    override fun engineSetKeyEntry(alias: String, key: ByteArray, chain: Array<Certificate>?) = Unit
    override fun engineSetCertificateEntry(alias: String, certificate: Certificate) = Unit
    override fun engineDeleteEntry(alias: String) { key = null }
    override fun engineIsKeyEntry(alias: String) = true
    override fun engineIsCertificateEntry(alias: String) = false
    override fun engineGetCertificateAlias(certificate: Certificate): String? = null
    override fun engineStore(stream: OutputStream?, password: CharArray?) = Unit

    companion object {
        var key: SecretKey? = null
        var busy = false
    }
}

/** Makes the key that the store then has, if it was asked for as the app must ask. */
class MemoryGenerator : KeyGeneratorSpi() {
    override fun engineInit(params: AlgorithmParameterSpec, random: SecureRandom?) {
        params as KeyGenParameterSpec
        check(params.keySize == 256 && params.blockModes.single() == "GCM" && !params.isUserAuthenticationRequired)
    }
    override fun engineInit(random: SecureRandom?) = error("not so")
    override fun engineInit(keysize: Int, random: SecureRandom?) = error("not so")
    override fun engineGenerateKey() = SecretKeySpec(ByteArray(32).also(SecureRandom()::nextBytes), "AES").also { MemoryStore.key = it }
}
