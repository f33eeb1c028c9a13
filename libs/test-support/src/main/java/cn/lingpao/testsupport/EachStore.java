package cn.lingpao.testsupport;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a test class once on every store there is; the class takes the {@link Store} in its constructor or in a field
 * with {@code @Parameter}.
 *
 * <p>A class that ran leaves {@code target/store-kits/<class>.<store>}; a store that was not there leaves
 * {@code <class>.<store>.not-run}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ParameterizedClass(name = "{0}")
@ArgumentsSource(StoreArguments.class)
public @interface EachStore {}
